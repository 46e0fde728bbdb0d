/** Makes the service of a replication, and the desk that customers meet. */

import type { RoutingPolicy, Strategy } from "../../strategies/index.ts";
import type { Core } from "../core/index.ts";
import type { SnapshotGroup } from "../kernel/index.ts";
import { beginCase, closeCase, customerContacts, isContactUnderWay, openCase, openQuestion } from "./cases.ts";
import { createDemand } from "./demand/index.ts";
import { isFreelyEntered } from "./entering.ts";
import { followUpOrder } from "./follow-up.ts";
import { FreeAgents } from "./free-agents.ts";
import { Levels } from "./levels.ts";
import { linesOf } from "./lines.ts";
import { createView } from "./outage-view.ts";
import type { ServicePlan } from "./plan/index.ts";
import { Queues } from "./queues.ts";
import { ServiceRecord } from "./record/index.ts";
import { type ContactMessage, type CustomerSide, type Service, topicOf } from "./service.ts";
import { createSupply } from "./supply/index.ts";
import { defineAfterWork, defineAgents, defineCases, defineContacts } from "./tables.ts";

export interface ServiceParts {
  readonly core: Core;
  readonly plan: ServicePlan;
  readonly offered: Uint8Array;
  readonly customers: CustomerSide;
  readonly timerSlots: number;
  readonly codes: Readonly<Record<ContactMessage, number>>;
  /** The routing policy of a strategy. */
  readonly policyOf: (strategy: Strategy) => RoutingPolicy;
}

const INITIAL_ROWS = 256;

/**
 * Makes a service and registers its state with `state`, so that it is saved and restored. Written out key by key: with a spread V8 gives every
 * replication's service a hidden class of its own, and after a few all that reads one is slow.
 */
export function createService(parts: ServiceParts, state: SnapshotGroup): Service {
  const { core, plan, timerSlots, customers } = parts;
  const cases = state.register("cases", defineCases(INITIAL_ROWS));
  const contacts = state.register("contacts", defineContacts(INITIAL_ROWS, timerSlots));
  const supply = createSupply(plan, state);
  const agents = state.register("agents", defineAgents(supply.firstAgent[plan.groups.length] as number));
  const afterWork = state.register("afterWork", defineAfterWork(Math.max(1, agents.capacity)));
  const queues = state.register("queues", new Queues(contacts, plan.types.length, plan.topics.length));
  const free = state.register("free", new FreeAgents(agents, plan.groups));
  const record = state.register("record", new ServiceRecord(core, recordShape(core, plan)));
  const levels = state.register("levels", new Levels(plan.groups.length, record));
  const valueOf = (customer: number) => customers.valueOf(customer);
  const view = createView({ core, plan, agents, cases, contacts, queues, free, levels, valueOf }, supply.channelDown);
  const service: Service = {
    core,
    plan,
    offered: parts.offered,
    customers,
    codes: parts.codes,
    policyOf: parts.policyOf,
    cases,
    contacts,
    agents,
    afterWork,
    queues,
    free,
    record,
    levels,
    onLine: linesOf(plan, state),
    supply,
    channelDown: supply.channelDown,
    freelyEntered: Uint8Array.from(plan.channels, (channel) => (isFreelyEntered(channel) ? 1 : 0)),
    demand: createDemand(plan, state),
    view,
    classOf: (contact) => view.priorityOf(contact),
    policy: parts.policyOf(core.strategy),
    begin: (stream, caller, number) => beginCase(service, stream, caller, number),
  };
  return service;
}

function recordShape({ names }: Core, { types, groups, topics }: ServicePlan) {
  const typeName = (row: number) => `${names.channels[types[row]?.channel ?? 0]}, ${topics[types[row]?.topic ?? 0]?.name}`;
  return { types: types.length, groups: groups.length, typeName };
}

/** The service as customers meet it (the market's `Desk`). */
export function createDesk(service: Service) {
  const c = () => service.cases.columns;
  return {
    openCase: (customer: number, segment: number, number: number) => openCase(service, customer, segment, customer, number, -1),
    openQuestion: (customer: number, segment: number, number: number) => openQuestion(service, customer, segment, number),
    isQuestion: (row: number) => c().question[row] === 1,
    followUpOrder: (customer: number, segment: number, number: number) => followUpOrder(service, customer, segment, number),
    startContact: (row: number, channel: number) => customerContacts(service, row, channel),
    closeCase: (row: number, resolved: boolean) => closeCase(service, row, resolved),
    isBusy: (row: number) => isContactUnderWay(service, row),
    contacts: (row: number) => c().contacts[row] as number,
    restarts: (row: number) => c().restarts[row] as number,
    liveWait: (row: number) => c().liveWait[row] as number,
    lastChannel: (row: number) => c().lastChannel[row] as number,
    sentTo: (row: number) => c().sentTo[row] as number,
    hungUp: (row: number) => c().hungUp[row] === 1,
    turnedAway: (row: number) => c().hungUp[row] === 2,
    refund: (row: number) => topicOf(service, row).refund,
  };
}

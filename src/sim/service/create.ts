/** Makes the service of a replication, and the desk that customers meet. */

import { siloed } from "../../strategies/index.ts";
import type { Core } from "../core/index.ts";
import type { SnapshotGroup } from "../kernel/index.ts";
import { closeCase, customerContacts, isContactUnderWay, openCase } from "./cases.ts";
import type { ServicePlan } from "./plan.ts";
import { Queues } from "./queues.ts";
import { type CustomerSide, type Service, topicOf } from "./service.ts";
import { defineAgents, defineCases, defineContacts } from "./tables.ts";
import { createView } from "./view.ts";

export interface ServiceParts {
  readonly core: Core;
  readonly plan: ServicePlan;
  readonly offered: Uint8Array;
  readonly customers: CustomerSide;
  readonly timerSlots: number;
  readonly codes: Readonly<Record<string, number>>;
}

const INITIAL_ROWS = 256;

/** Makes a service and registers its state with `state`, so that it is saved and restored. */
export function createService(parts: ServiceParts, state: SnapshotGroup): Service {
  const { core, plan, timerSlots } = parts;
  const cases = state.register("cases", defineCases(INITIAL_ROWS));
  const contacts = state.register("contacts", defineContacts(INITIAL_ROWS, timerSlots));
  const agents = state.register("agents", defineAgents(plan.groups.reduce((sum, group) => sum + group.agents, 0)));
  const queues = state.register("queues", new Queues(contacts, plan.channels.length));
  const arrived = new Uint32Array(plan.streams.length);
  state.register("arrived", { snapshot: () => arrived.slice(), restore: (saved) => arrived.set(saved as Uint32Array) });
  return {
    ...parts,
    cases,
    contacts,
    agents,
    queues,
    arrived,
    policy: siloed,
    view: createView({ core, plan, agents, cases, contacts, queues }),
  };
}

/** The service as customers meet it (the market's `Desk`). */
export function createDesk(service: Service) {
  const c = () => service.cases.columns;
  return {
    openCase: (customer: number, segment: number, number: number) => openCase(service, { customer, segment, entity: customer, number }, -1),
    startContact: (row: number, channel: number) => customerContacts(service, row, channel),
    closeCase: (row: number, resolved: boolean) => closeCase(service, row, resolved),
    isBusy: (row: number) => isContactUnderWay(service, row),
    contacts: (row: number) => c().contacts[row] as number,
    restarts: (row: number) => c().restarts[row] as number,
    liveWait: (row: number) => c().liveWait[row] as number,
    lastChannel: (row: number) => c().lastChannel[row] as number,
    sentTo: (row: number) => c().sentTo[row] as number,
    hungUp: (row: number) => c().hungUp[row] === 1,
    refund: (row: number) => topicOf(service, row).refund,
  };
}

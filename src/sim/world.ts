/** The world of one replication: all state in one group that can be saved, restored and forked, and the executors that run it. */

import {
  compileJourney,
  contactMachine,
  createActorExecutor,
  createTableExecutor,
  contractVocabulary,
  type JourneyExecutor,
  type JourneyHost,
  type JourneyImplementation,
  type JourneyMachine,
  type JourneyRows,
  journeyVocabulary,
  type Vocabulary,
} from "../journey/index.ts";
import { Ledger } from "../kpi/index.ts";
import { Core, eventKind, timerHost } from "./core/index.ts";
import { Draws, type GroupSnapshot, type RootKey, SnapshotGroup } from "./kernel/index.ts";
import {
  bookValue,
  countingSteps,
  countingStepsAhead,
  createMarket,
  expectFollowUp,
  getFollowUp,
  type Market,
  spentBy,
  tellCustomer,
} from "./market/index.ts";
import type { CustomerJourney } from "./customer-journey.ts";
import type { Plan } from "./plan.ts";
import { RunAhead } from "./run-ahead.ts";
import { routingOf } from "./routing.ts";
import { contactImplementation, type ContactWords, createDesk, createService, FastPath, type Service } from "./service/index.ts";

/** `compiled`: tables. `reference`: one live XState actor per customer and contact. */
export type ExecutorName = "compiled" | "reference";

const compiledContact = compileJourney(contactMachine);

/** How the contact's journey writes down the two states in which contacts are on the fast path. */
function contactWords(): ContactWords {
  const { stateNames, timers, codeBits } = compiledContact;
  const patienceSlot = timers.find(({ state }) => state === "queueing")?.slot;
  if (patienceSlot === undefined) throw new Error("the contact's journey has no patience");
  return {
    queueing: stateNames.indexOf("queueing"),
    handling: stateNames.indexOf("handling"),
    patienceBit: 1 << (patienceSlot + codeBits),
    patienceSlot,
  };
}

/** Ways that are shorter and lead to the same place: tables only, and on unless they are switched off. */
export interface Shortcuts {
  /** Whether customers run ahead through private steps. */
  readonly runAhead?: boolean | undefined;
  /** Whether contacts take the fast path. */
  readonly fastPath?: boolean | undefined;
}

export interface World {
  readonly plan: Plan;
  readonly core: Core;
  readonly market: Market;
  readonly service: Service | undefined;
  readonly customerJourney: JourneyExecutor;
  readonly contactJourney: JourneyExecutor | undefined;
  /** Undefined where every contact takes its journey step by step. */
  readonly fastPath: FastPath | undefined;
  /** Undefined where every customer's timers are in the event list. */
  readonly ahead: RunAhead | undefined;
  /** Everything that changes while running (live actors of the reference executor apart). */
  readonly state: SnapshotGroup;
  /** Channels offered by the strategy in force, 1 or 0 by row. */
  readonly offered: Uint8Array;
}

interface JourneyParts<W> {
  readonly executor: ExecutorName;
  readonly machine: JourneyMachine;
  readonly compiled: ReturnType<typeof compileJourney>;
  readonly implementation: JourneyImplementation<W>;
  readonly world: W;
  readonly host: JourneyHost;
  readonly rows: JourneyRows;
}

function createJourney<W>({ executor, machine, compiled, implementation, world, host, rows }: JourneyParts<W>): JourneyExecutor {
  return executor === "compiled"
    ? createTableExecutor(compiled, implementation, world, host, rows)
    : createActorExecutor(machine, implementation, world, host, { events: Object.keys(compiled.eventCodes) });
}

/** Service and market, which know each other only by what each needs of the other. */
function createHalves(core: Core, plan: Plan, offered: Uint8Array, state: SnapshotGroup): Pick<World, "market" | "service"> {
  const common = { core, offered };
  const service =
    plan.service === undefined
      ? undefined
      : createService(
          {
            ...common,
            plan: plan.service,
            timerSlots: compiledContact.timerSlots,
            codes: compiledContact.eventCodes,
            policyOf: (strategy) => routingOf(plan, strategy),
            customers: {
              followUpPlanned: (customer) => expectFollowUp(market, customer),
              followUpOver: (customer, reached) => getFollowUp(market, customer, reached),
              tell: (customer, event) => tellCustomer(market, customer, event),
              bookValue: (customer, cents) => bookValue(market, customer, cents),
              valueOf: (customer) => spentBy(market, customer),
            },
          },
          state,
        );
  const desk = service === undefined ? undefined : createDesk(service);
  const { own: ownJourney, compiled } = plan.journey;
  const { timerSlots, eventCodes: codes, contextFields } = compiled;
  const parts = { ...common, plan: plan.market, desk, timerSlots, contextFields: contextFields.length, codes, ownJourney };
  const market: Market = createMarket(parts, state);
  return { market, service };
}

type Customers = Pick<World, "customerJourney" | "ahead">;

/** What each word touches. A delay that an author wrote out is a draw of the customer's own. */
function vocabularyOf({ own, words }: CustomerJourney): Vocabulary {
  // Those of customers with a contract are those of all customers, and some more.
  if (own === undefined) return contractVocabulary;
  const written = Object.keys(words.delays).map((name) => [name, { about: "Written out in the journey.", shared: false }] as const);
  return { ...journeyVocabulary, delays: { ...Object.fromEntries(written), ...journeyVocabulary.delays } };
}

/** Tables whose customers run ahead. */
function createRunningAhead(core: Core, market: Market, journey: CustomerJourney, monthEnds: readonly number[]): Customers {
  const { compiled, words, own } = journey;
  const ahead = new RunAhead(core, market, monthEnds, compiled.timerSlots, (host) => {
    const created = createTableExecutor(compiled, words, market, host, market.customers, vocabularyOf(journey));
    return own === undefined ? created : countingStepsAhead(created, market);
  });
  return { customerJourney: ahead.executor, ahead };
}

function createCustomerJourney(core: Core, market: Market, journey: CustomerJourney, executor: ExecutorName): Customers {
  const { machine, compiled, words, own } = journey;
  const host = timerHost(core, eventKind.customerTimer, market.customers, compiled.timerSlots);
  const rows = market.customers;
  const created = createJourney({ executor, machine, compiled, implementation: words, world: market, host, rows });
  return { customerJourney: own === undefined ? created : countingSteps(created, market), ahead: undefined };
}

function createContactJourney(core: Core, service: Service, executor: ExecutorName): JourneyExecutor {
  return createJourney({
    executor,
    machine: contactMachine,
    compiled: compiledContact,
    implementation: contactImplementation,
    world: service,
    host: timerHost(core, eventKind.contactTimer, service.contacts, compiledContact.timerSlots),
    rows: service.contacts,
  });
}

/** Ends of months of which the last has none: what is lived after the horizon is counted there. */
function openEnded(ends: readonly number[]): number[] {
  return [...ends.slice(0, -1), Number.POSITIVE_INFINITY];
}

/**
 * Makes the empty world of a replication.
 *
 * @param rootKey - key of the seed
 * @param replication - from 0
 * @param shortcuts - live actors take none
 */
export function createWorld(plan: Plan, rootKey: RootKey, replication: number, executor: ExecutorName, shortcuts: Shortcuts = {}): World {
  const channels = plan.market.channels.map((channel) => channel.name);
  const segments = plan.market.segments.map((segment) => segment.name);
  const shape = { months: plan.calendar.ends.length, segments: segments.length, channels: channels.length };
  const state = new SnapshotGroup();
  const ledger = state.register("ledger", new Ledger(shape));
  const core = state.register("core", new Core({ segments, channels }, new Draws(rootKey, replication), ledger, plan.baseline));
  state.register("events", core.events);
  const offered = new Uint8Array(channels.length);
  const { market, service } = createHalves(core, plan, offered, state);
  const { runAhead = true, fastPath: takesFastPath = true } = shortcuts;
  const { customerJourney, ahead } =
    runAhead && executor === "compiled"
      ? createRunningAhead(core, market, plan.journey, openEnded(plan.calendar.ends))
      : createCustomerJourney(core, market, plan.journey, executor);
  const contactJourney = service === undefined ? undefined : createContactJourney(core, service, executor);
  const fastPath =
    takesFastPath && executor === "compiled" && service !== undefined && plan.service?.streams.length !== 0
      ? new FastPath(service, contactWords())
      : undefined;
  return { plan, core, market, service, customerJourney, contactJourney, fastPath, ahead, state, offered };
}

/** Puts a world back into a state of its history: what was saved, and the baseline strategy, which is not part of what is saved. */
export function putBack({ core, plan, service, state }: World, saved: GroupSnapshot): void {
  state.restore(saved);
  core.strategy = plan.baseline;
  if (service !== undefined) service.policy = service.policyOf(plan.baseline);
}

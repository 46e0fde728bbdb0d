/** The customers' journey of a scenario: the bundled one, or one that an author brought, checked and compiled. */

import { JourneybenchError, type Problem, problemMessage } from "../errors.ts";
import {
  beyondLimits,
  callsOf,
  checkJourney,
  type CompiledJourney,
  compileJourney,
  customerMachine,
  declaredDelays,
  delaysOf,
  JourneyCompileError,
  journeyEvents,
  type JourneyImplementation,
  type JourneyMachine,
  namesOf,
  type ScenarioPart,
  subscriberMachine,
} from "../journey/index.ts";
import { pathText, problemsOf, readText, type Scenario } from "../scenario/index.ts";
import {
  contractImplementation,
  customerImplementation,
  type Market,
  type MarketPlan,
  type OwnJourneyShape,
  ownWords,
} from "./market/index.ts";

/** A journey that an author brought. */
export interface BroughtJourney {
  readonly machine: JourneyMachine;
  /** What the journey is called in errors: its file. */
  readonly fileName: string;
  /** The text of a file in JSON: then mistakes have line and column. */
  readonly json?: string;
}

/** A journey ready to run. */
export interface CustomerJourney {
  readonly machine: JourneyMachine;
  readonly compiled: CompiledJourney;
  readonly words: JourneyImplementation<Market>;
  /** Undefined for the bundled journey. */
  readonly own: OwnJourneyShape | undefined;
  /** Names of the actions that it calls. */
  readonly actions: ReadonlySet<string>;
}

function actionsOf(machine: JourneyMachine): ReadonlySet<string> {
  return new Set(callsOf(machine).flatMap(({ kind, name }) => (kind === "actions" ? [name] : [])));
}

/** The journey of customers who buy when a need arises. */
const bundledJourney: CustomerJourney = {
  machine: customerMachine,
  compiled: compileJourney(customerMachine),
  words: customerImplementation,
  own: undefined,
  actions: actionsOf(customerMachine),
};

/** The one for customers with a contract. */
const contractJourney: CustomerJourney = {
  machine: subscriberMachine,
  compiled: compileJourney(subscriberMachine),
  words: {
    actions: { ...customerImplementation.actions, ...contractImplementation.actions },
    guards: { ...customerImplementation.guards, ...contractImplementation.guards },
    delays: { ...customerImplementation.delays, ...contractImplementation.delays },
  },
  own: undefined,
  actions: actionsOf(subscriberMachine),
};

/** The journey that comes with the package for the customers of a scenario: by need, or by contract. */
export function bundledJourneyOf({ needs }: Scenario): CustomerJourney {
  return needs?.renewal === undefined ? bundledJourney : contractJourney;
}

const PARTS: readonly ScenarioPart[] = ["needs", "offer", "experience", "service"];

function mistakes({ machine, fileName, json }: BroughtJourney, scenario: Scenario): Problem[] {
  const around = {
    parts: new Set(PARTS.filter((part) => scenario[part] !== undefined)),
    channels: Object.keys(scenario.channels ?? {}),
    segments: Object.keys(scenario.segments ?? {}),
  };
  const findings = checkJourney(machine, around);
  if (json !== undefined) return problemsOf(readText(json, "json"), fileName, findings);
  return findings.map(({ path, expected, found, suggestion }) => ({
    file: fileName,
    path: pathText(path),
    expected,
    found,
    ...(suggestion === undefined ? {} : { suggestion }),
    message: problemMessage(expected, found, suggestion),
  }));
}

function compiledOr(
  machine: JourneyMachine,
  fileName: string,
): { readonly compiled?: CompiledJourney; readonly refused: readonly Problem[] } {
  try {
    return { compiled: compileJourney(machine, { events: Object.keys(journeyEvents) }), refused: [] };
  } catch (error) {
    if (!(error instanceof JourneyCompileError)) throw error;
    const refused = error.refusals.map(({ state, feature, hint }): Problem => ({
      file: fileName,
      path: state,
      expected: hint,
      found: feature,
      message: `${feature} is not supported; ${hint}.`,
    }));
    return { refused };
  }
}

function tooMany({ things, number, most }: ReturnType<typeof beyondLimits>[number], fileName: string): Problem {
  const expected = `at most ${most} ${things}`;
  return { file: fileName, path: "", expected, found: String(number), message: problemMessage(expected, String(number)) };
}

function refuse(fileName: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const many = problems.length === 1 ? "a mistake" : `${problems.length} mistakes`;
  const hint = "docs/reference/journey-vocabulary.md lists the words with their params.";
  throw new JourneybenchError("bad-input", `${fileName} has ${many}:`, { problems, hint });
}

/**
 * Makes an author's journey ready: once per plan.
 *
 * @throws JourneybenchError (`bad-input`) with everything that is wrong with it: unknown words, wrong params, features that are not
 * supported, names and parts that the scenario lacks
 */
export function planCustomerJourney(brought: BroughtJourney, scenario: Scenario, market: MarketPlan): CustomerJourney {
  const { machine, fileName } = brought;
  const { compiled, refused } = compiledOr(machine, fileName);
  refuse(fileName, [...mistakes(brought, scenario), ...refused]);
  if (compiled === undefined) throw new Error(`${fileName} was not compiled`);
  const names = namesOf(machine);
  refuse(
    fileName,
    beyondLimits(names, compiled).map((beyond) => tooMany(beyond, fileName)),
  );
  const actions = actionsOf(machine);
  return {
    machine,
    compiled,
    words: ownWords(market, names, delaysOf(names.delays, declaredDelays(machine))),
    own: { machine: machine.id, counters: names.counters, hasNeeds: actions.has("beginNeed") },
    actions,
  };
}

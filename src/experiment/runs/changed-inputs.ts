/** What went into two runs differently: their parameters first of all, then facts that no parameter explains. */

import type { ChangedInput, ResultDocument, StrategyResult } from "../../kpi/index.ts";
import { pathText } from "../../scenario/index.ts";

/** Something a result says of what it was made from. */
interface Fact {
  readonly of: "run" | "scenario" | "strategy";
  readonly path: string;
  readonly value: string | null;
  /** Left out of the list where a parameter at or below one of these paths has changed, which says it better. */
  readonly saidBy: readonly string[];
}

const listed = (names: readonly string[]) => (names.length === 0 ? "none" : names.join(", "));

function runFacts({ seed, replications, luck, confidence, baseline, historyStrategy, package: made, engine }: ResultDocument): Fact[] {
  const whose = luck ?? "common";
  const facts = {
    seed,
    replications,
    luck: whose,
    confidence,
    baseline,
    "strategy of the history": historyStrategy,
    package: made,
    engine,
  };
  return Object.entries(facts).map(([path, value]) => ({ of: "run", path, value: String(value), saidBy: [] }));
}

function scenarioFacts({ scenario }: ResultDocument): Fact[] {
  const { name, currency, history, horizon, customers, channels, segments, journey } = scenario;
  const fact = (path: string, value: string | null, ...saidBy: string[]): Fact => ({ of: "scenario", path, value, saidBy });
  return [
    fact("name", name),
    fact("currency", currency),
    fact("history", `${history}s`, "history"),
    fact("horizon", `${horizon}s`, "horizon"),
    fact("customers", String(customers), "segments"),
    fact("channels", listed(channels), "channels"),
    fact("segments", listed(segments), "segments"),
    fact("journey", journey === undefined ? null : `${journey.id} (${journey.sha256.slice(0, 12)})`),
  ];
}

function strategyFacts({ name, capabilities, channels, routing }: StrategyResult): Fact[] {
  const whole = pathText(["strategies", name]);
  const fact = (what: string, value: string | null): Fact => ({
    of: "strategy",
    path: pathText(["strategies", name, what]),
    value,
    saidBy: [whole],
  });
  return [fact("capabilities", listed(capabilities)), fact("channels", listed(channels)), fact("routing", routing ?? null)];
}

function factsOf(result: ResultDocument): Map<string, Fact> {
  const facts = [...runFacts(result), ...scenarioFacts(result), ...result.strategies.flatMap(strategyFacts)];
  return new Map(facts.map((fact) => [`${fact.of} ${fact.path}`, fact]));
}

/** The keys of both, those of the first one first. */
function keysOf<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])];
}

function changedParameters(a: ResultDocument, b: ResultDocument): ChangedInput[] {
  const [ofA, ofB] = [a, b].map(({ assumptions }) => new Map(assumptions.map((one) => [one.path, one] as const)));
  if (ofA === undefined || ofB === undefined) return [];
  return keysOf(ofA, ofB).flatMap((path): ChangedInput[] => {
    const [one, other] = [ofA.get(path), ofB.get(path)];
    if (one?.value === other?.value) return [];
    const setBy = { a: one?.setBy ?? null, b: other?.setBy ?? null };
    return [{ of: "parameter", path, a: one?.value ?? null, b: other?.value ?? null, setBy }];
  });
}

const isBelow = (path: string, above: string) => path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);

function changedFacts(a: ResultDocument, b: ResultDocument, parameters: readonly ChangedInput[]): ChangedInput[] {
  const [ofA, ofB] = [factsOf(a), factsOf(b)];
  return keysOf(ofA, ofB).flatMap((key): ChangedInput[] => {
    const [one, other] = [ofA.get(key), ofB.get(key)];
    const fact = one ?? other;
    if (fact === undefined || one?.value === other?.value) return [];
    // A strategy that only one run has is told as such.
    if (fact.of === "strategy" && (one === undefined || other === undefined)) return [];
    if (parameters.some(({ path }) => fact.saidBy.some((above) => isBelow(path, above)))) return [];
    return [{ of: fact.of, path: fact.path, a: one?.value ?? null, b: other?.value ?? null }];
  });
}

/** All inputs that are not the same in both runs. */
export function changedInputs(a: ResultDocument, b: ResultDocument): ChangedInput[] {
  const parameters = changedParameters(a, b);
  const facts = changedFacts(a, b, parameters);
  const ofScenario = [...parameters, ...facts].some(({ of }) => of !== "run");
  // The hash covers what the lists do not: the content of policy files, comments with sources.
  const files: ChangedInput[] =
    ofScenario || a.scenario.sha256 === b.scenario.sha256
      ? []
      : [{ of: "scenario", path: "files", a: a.scenario.sha256.slice(0, 12), b: b.scenario.sha256.slice(0, 12) }];
  return [...parameters, ...facts, ...files];
}

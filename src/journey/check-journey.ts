/** What is wrong with the words that a journey calls: unknown ones, wrong params, names and parts that the scenario lacks. */

import type { AnyStateMachine } from "xstate";
import { type Finding, mistakesIn, nearest, oneOf, type Path, shown } from "../scenario/index.ts";
import { callsOf, hasParams, type WrittenCall } from "./calls-of.ts";
import { journeyVocabulary } from "./journey-vocabulary.ts";
import { isStub, type ScenarioPart, type Vocabulary, type Word } from "./vocabulary.ts";
import { isWritten, readDeclared, readDelay } from "./written-delay.ts";

/** What a journey may refer to in its scenario. */
export interface JourneySurroundings {
  readonly parts: ReadonlySet<ScenarioPart>;
  readonly channels: readonly string[];
  readonly segments: readonly string[];
}

const VOCABULARY: Vocabulary = journeyVocabulary;
const SINGULAR = { actions: "action", guards: "guard", delays: "delay" } as const;
const WRITTEN_DELAY = 'a duration such as "14d", a distribution such as "exponential(mean=30d)"';

/** The word of a call, if the vocabulary has it. */
export function wordOf({ kind, name }: Pick<WrittenCall, "kind" | "name">): Word | undefined {
  return Object.hasOwn(VOCABULARY[kind], name) ? VOCABULARY[kind][name] : undefined;
}

/** Delays that a journey declares by name: the key `delays` of its config. */
export function declaredDelays(machine: AnyStateMachine): Readonly<Record<string, unknown>> {
  const config: object = machine.config;
  const delays = "delays" in config ? config.delays : undefined;
  return typeof delays === "object" && delays !== null && !Array.isArray(delays) ? { ...delays } : {};
}

/** Whether the machine brings a function of its own under a name. */
function isOwn(machine: AnyStateMachine, { kind, name }: WrittenCall): boolean {
  const own: Readonly<Record<string, unknown>> = machine.implementations[kind];
  return Object.hasOwn(own, name) && own[name] !== undefined && !isStub(own[name]);
}

function finding(path: Path, expected: string, found: string, suggestion?: string): Finding {
  return { path, at: "value", expected, found, suggestion };
}

function unknownWord(machine: AnyStateMachine, { kind, name, path }: WrittenCall): Finding {
  const declared = kind === "delays" ? Object.keys(declaredDelays(machine)) : [];
  const known = [...Object.keys(VOCABULARY[kind]), ...declared];
  const what = `${kind === "actions" ? "an" : "a"} ${SINGULAR[kind]} of the vocabulary`;
  const expected = kind === "delays" ? `${what}, ${WRITTEN_DELAY}, or one that the journey declares under delays` : what;
  return finding(path, expected, shown(name), nearest(name, known));
}

function delayFindings(machine: AnyStateMachine, call: WrittenCall): Finding[] {
  if (Object.hasOwn(declaredDelays(machine), call.name)) return [];
  if (!isWritten(call.name)) return [unknownWord(machine, call)];
  const reading = readDelay(call.name);
  return "mistake" in reading ? [finding(call.path, WRITTEN_DELAY, `${shown(call.name)}: ${reading.mistake}`)] : [];
}

function paramFindings({ params, path, name }: WrittenCall, word: Word): Finding[] {
  const at: Path = [...path, "params"];
  if (word.params === undefined) {
    return !hasParams(params) ? [] : [finding(at, `no params (${name} takes none)`, shown(params))];
  }
  if (typeof params === "function") return [finding(at, "params as plain values", "a function")];
  return mistakesIn(word.params, params ?? {}).map((mistake) => ({ ...mistake, path: [...at, ...mistake.path] }));
}

function nameFindings({ params, path }: WrittenCall, word: Word, around: JourneySurroundings): Finding[] {
  if (typeof params !== "object" || params === null) return [];
  const written: Readonly<Record<string, unknown>> = { ...params };
  return Object.entries(word.names ?? {}).flatMap(([key, what]) => {
    const value = written[key];
    if (typeof value !== "string" || around[what].includes(value)) return [];
    const known = around[what];
    const expected = `a ${what.slice(0, -1)} of the scenario: ${known.length === 0 ? "there is none" : oneOf(known)}`;
    return [finding([...path, "params", key], expected, shown(value), nearest(value, known))];
  });
}

function partFindings({ name, path, params }: WrittenCall, word: Word, { parts }: JourneySurroundings): Finding[] {
  const weighs = name === "chance" && typeof params === "object" && params !== null && "satisfactionWeight" in params;
  const needs: readonly ScenarioPart[] = weighs && params.satisfactionWeight !== 0 ? ["experience"] : (word.needs ?? []);
  return needs.filter((part) => !parts.has(part)).map((part) => finding(path, `the part ${part} in the scenario, for ${name}`, "none"));
}

function callFindings(machine: AnyStateMachine, call: WrittenCall, around: JourneySurroundings): Finding[] {
  const word = wordOf(call);
  if (word !== undefined) {
    if (isOwn(machine, call))
      return [finding(call.path, `another name (${call.name} is a word of the vocabulary)`, "a function of that name")];
    return [...paramFindings(call, word), ...nameFindings(call, word, around), ...partFindings(call, word, around)];
  }
  if (isOwn(machine, call)) return [];
  return call.kind === "delays" ? delayFindings(machine, call) : [unknownWord(machine, call)];
}

/** The counter that a call names, under each key that may name one. */
function countersOf({ params }: WrittenCall): readonly (readonly [key: string, counter: string])[] {
  if (typeof params !== "object" || params === null) return [];
  return Object.entries(params).filter(
    (entry): entry is [string, string] => (entry[0] === "counter" || entry[0] === "per") && typeof entry[1] === "string",
  );
}

/** Counters that the journey counts, sorted. */
export function countersCounted(machine: AnyStateMachine): string[] {
  const counts = callsOf(machine).filter(({ kind, name }) => kind === "actions" && name === "count");
  return [...new Set(counts.flatMap((call) => countersOf(call).map(([, counter]) => counter)))].sort();
}

function counterFindings(calls: readonly WrittenCall[], machine: AnyStateMachine): Finding[] {
  const counted = countersCounted(machine);
  return calls
    .filter((call) => wordOf(call) !== undefined)
    .flatMap((call) => countersOf(call).map(([key, counter]) => ({ path: [...call.path, "params", key], counter })))
    .filter(({ counter }) => !counted.includes(counter))
    .map(({ path, counter }) =>
      finding(path, "a counter that the journey counts (action count)", shown(counter), nearest(counter, counted)),
    );
}

function declaredFindings(machine: AnyStateMachine): Finding[] {
  return Object.entries(declaredDelays(machine)).flatMap(([name, written]) => {
    const path: Path = ["delays", name];
    if (Object.hasOwn(VOCABULARY.delays, name)) return [finding(path, `another name (${name} is a delay of the vocabulary)`, shown(name))];
    const reading = readDeclared(written);
    return "mistake" in reading
      ? [finding(path, WRITTEN_DELAY.replace('"exponential(mean=30d)"', '{ exponential: { mean: "30d" } }'), reading.mistake)]
      : [];
  });
}

/** All mistakes of the words that a machine calls, in the order of its config. */
export function checkJourney(machine: AnyStateMachine, around: JourneySurroundings): Finding[] {
  const calls = callsOf(machine);
  return [
    ...declaredFindings(machine),
    ...calls.flatMap((call) => callFindings(machine, call, around)),
    ...counterFindings(calls, machine),
  ];
}

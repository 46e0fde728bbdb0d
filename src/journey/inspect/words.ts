/** The words that a machine uses, who implements them, and which nobody does. */

import type { AnyStateMachine } from "xstate";
import { nearest } from "../../scenario/index.ts";
import type { Refusal } from "../compile/refusal.ts";
import { isStub, type Vocabulary } from "../vocabulary.ts";
import { isWritten, readDelay } from "../written-delay.ts";
import type { CallView, EventUse, MissingWord, Origin, StateView, WordUse } from "./inspection.ts";

type Kind = WordUse["kind"];
type Bag = Readonly<Record<string, unknown>>;

/** Where a machine and a vocabulary keep each kind of word. */
export const BAGS = { action: "actions", guard: "guards", delay: "delays" } as const;
const KINDS: readonly Kind[] = ["action", "guard", "delay"];

interface Mention {
  readonly kind: Kind;
  readonly name: string;
  readonly state: string;
}

/** All calls of actions in a state. */
export function actionsIn(state: StateView): CallView[] {
  return [...state.entry, ...state.exit, ...state.initialActions, ...state.transitions.flatMap(({ actions }) => actions)];
}

function mentionsIn(state: StateView): Mention[] {
  const of = (kind: Kind, names: readonly string[]): Mention[] => names.map((name) => ({ kind, name, state: state.path }));
  const guards = state.transitions.flatMap(({ guard }) => guard?.words.map(({ name }) => name) ?? []);
  const actions = actionsIn(state);
  // One delay of several candidates is one timer.
  const after = new Set(
    state.transitions.filter(({ kind, trigger }) => kind === "after" && Number.isNaN(Number(trigger))).map(({ trigger }) => trigger),
  );
  return [
    ...of(
      "action",
      actions.flatMap(({ words }) => words.map(({ name }) => name)),
    ),
    ...of("guard", guards),
    ...of("delay", [...after, ...actions.flatMap(({ delays }) => delays)]),
  ];
}

/** What the machine itself brings under a kind of word: implementations that are no placeholders, and delays that it declares. */
function broughtBy(machine: AnyStateMachine, kind: Kind): ReadonlySet<string> {
  const bag = machine.implementations[BAGS[kind]] as Bag;
  const names = Object.keys(bag).filter((name) => bag[name] !== undefined && !isStub(bag[name]));
  const declared: unknown = kind === "delay" ? (machine.config as Bag)["delays"] : undefined;
  return new Set([...names, ...(typeof declared === "object" && declared !== null ? Object.keys(declared) : [])]);
}

/** The words of a machine in order of kind and first mention. */
export function wordUses(machine: AnyStateMachine, states: readonly StateView[], vocabulary: Vocabulary): WordUse[] {
  const mentions = states.flatMap(mentionsIn);
  return KINDS.flatMap((kind) => {
    const own = broughtBy(machine, kind);
    const words = vocabulary[BAGS[kind]];
    const ofKind = mentions.filter((mention) => mention.kind === kind);
    return [...new Set(ofKind.map(({ name }) => name))].map((name): WordUse => {
      const at = ofKind.filter((mention) => mention.name === name).map(({ state }) => state);
      const about = Object.hasOwn(words, name) ? words[name]?.about : undefined;
      return {
        kind,
        name,
        uses: at.length,
        states: [...new Set(at)],
        origin: originOf(kind, name, about, own),
        ...(about === undefined ? {} : { about }),
      };
    });
  });
}

function originOf(kind: Kind, name: string, about: string | undefined, own: ReadonlySet<string>): Origin {
  if (about !== undefined) return "vocabulary";
  if (own.has(name)) return "machine";
  return kind === "delay" && isWritten(name) && !("mistake" in readDelay(name)) ? "written" : "nobody";
}

function missingWord(machine: AnyStateMachine, { kind, name, states }: WordUse, vocabulary: Vocabulary): MissingWord {
  const namesOf = (one: Kind): string[] => [...Object.keys(vocabulary[BAGS[one]]), ...broughtBy(machine, one)];
  const knownAs = KINDS.find((other) => other !== kind && namesOf(other).includes(name));
  const reading = kind === "delay" && isWritten(name) ? readDelay(name) : undefined;
  const mistake = reading !== undefined && "mistake" in reading ? reading.mistake : undefined;
  const suggestion = knownAs === undefined && mistake === undefined ? nearest(name, namesOf(kind)) : undefined;
  return {
    kind,
    name,
    states,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(knownAs === undefined ? {} : { knownAs }),
    ...(mistake === undefined ? {} : { mistake }),
  };
}

/** The words that nobody implements. */
export function missingWords(machine: AnyStateMachine, words: readonly WordUse[], vocabulary: Vocabulary): MissingWord[] {
  return words.filter(({ origin }) => origin === "nobody").map((word) => missingWord(machine, word, vocabulary));
}

/** Functions that a machine brings under the name of a word that the engine implements: nobody could tell which is meant. */
export function clashes(machine: AnyStateMachine, words: readonly WordUse[]): Refusal[] {
  return words
    .filter(({ kind, name, origin }) => origin === "vocabulary" && broughtBy(machine, kind).has(name))
    .map(({ kind, name, states }) => ({
      state: states[0] ?? "(root)",
      feature: `${kind} of the machine's own called "${name}", a word of the vocabulary`,
      hint: "give it another name",
    }));
}

/** The events that a machine reacts to or raises, in order of first mention. */
export function eventUses(states: readonly StateView[]): EventUse[] {
  const reactions = states.flatMap((state) =>
    state.transitions.filter(({ kind }) => kind === "event").map(({ trigger }) => ({ name: trigger, state: state.path })),
  );
  const raised = new Set(states.flatMap(actionsIn).flatMap(({ raises }) => raises));
  const names = new Set([...reactions.map(({ name }) => name), ...raised]);
  return [...names].map((name) => ({
    name,
    states: [...new Set(reactions.filter((reaction) => reaction.name === name).map(({ state }) => state))],
    raised: raised.has(name),
  }));
}

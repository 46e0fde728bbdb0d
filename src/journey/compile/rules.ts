/** The rules that a machine must keep so that its tables are exact; lifting a rule is how the compiler grows. */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import { shown } from "../../scenario/index.ts";
import { actionsOf, type DelayedRaise, readAction, readGuard, resolveDelay, transitionsOf } from "./calls.ts";
import { readContext } from "./context.ts";
import { isPlainEvent } from "./events.ts";
import { childrenOf, isAtomic, isHistory, nameOf, nodesOf, timersOf } from "./nodes.ts";
import type { Refusal } from "./refusal.ts";
import { defaultTargets } from "./sets.ts";

/** A feature that a node uses and a hint how to do without. */
type Finding = readonly [feature: string, hint: string];

/** All refusals of a machine, in document order. */
export function refusalsOf(machine: AnyStateMachine): Refusal[] {
  const nodes = nodesOf(machine);
  const refusals = nodes.flatMap((node) =>
    STATE_RULES.flatMap((rule) => rule(node)).map(([feature, hint]) => ({ state: nameOf(node), feature, hint })),
  );
  const ofContext = readContext(machine).unsupported.map(([feature, hint]) => ({ state: "(root)", feature, hint }));
  return [...ofContext, ...refusals, ...clashes(nodes)];
}

const STATE_RULES: readonly ((node: AnyStateNode) => Finding[])[] = [
  typeRules,
  keyRules,
  historyRules,
  featureRules,
  eventRules,
  initialRules,
  timerRules,
  actionRules,
  guardRules,
];

function typeRules(node: AnyStateNode): Finding[] {
  return isAtomic(node) && childrenOf(node).length > 0 ? [[`${node.type} state with children`, "drop `type`"]] : [];
}

/** Names of states that XState takes for something else. */
function keyRules({ config }: AnyStateNode): Finding[] {
  return Object.keys(config.states ?? {})
    .filter((key) => key === "" || key === "__proto__" || key.startsWith("#"))
    .map((key) => [`state called "${key}"`, "call it otherwise: XState takes this for no state, or for the id of another"]);
}

/** XState follows a history state without memory to its default; one that leads back to itself overflows XState's stack. */
function historyRules(node: AnyStateNode): Finding[] {
  if (!isHistory(node)) return [];
  const seen = new Set<AnyStateNode>();
  const leadsBack = (at: AnyStateNode): boolean => {
    if (!isHistory(at)) return false;
    if (seen.has(at)) return true;
    seen.add(at);
    return defaultTargets(at).targets.some(leadsBack);
  };
  try {
    return leadsBack(node) ? [["history state that is its own default", "give it a `target`"]] : [];
  } catch (error) {
    return [
      [`history state without a place to go (${error instanceof Error ? error.message : String(error)})`, "name a state as `target`"],
    ];
  }
}

function featureRules({ config, invoke, parent }: AnyStateNode): Finding[] {
  const findings: Finding[] = [];
  const outside = "a named action may ask the engine, which answers with an event; nothing else answers in virtual time";
  for (const { src } of invoke) findings.push([`invoke of ${nameOfActor(src)}`, outside]);
  if (parent === undefined && "output" in config) findings.push(["output of the machine", "write results in an action of the final state"]);
  if (config.route !== undefined) findings.push(["route", "use an ordinary event"]);
  return findings;
}

function nameOfActor(source: unknown): string {
  return typeof source === "string" && !source.startsWith("xstate.invoke.") ? `"${source}"` : "an actor";
}

function eventRules(node: AnyStateNode): Finding[] {
  const known = (descriptor: string): boolean => isPlainEvent(descriptor) || descriptor.includes("*");
  return Object.keys(node.config.on ?? {})
    .filter((descriptor) => !known(descriptor) && !descriptor.startsWith("xstate.done.state."))
    .map((descriptor) => [`XState's own event "${descriptor}"`, "use `after`, `onDone` or an event of your own"]);
}

function initialRules(node: AnyStateNode): Finding[] {
  if (node.type !== "compound") return [];
  try {
    return node.initial.target.length === 1 ? [] : [["compound state without initial state", "name one child"]];
  } catch {
    return [["initial state that is not a child", "name one child"]];
  }
}

function timerRules(node: AnyStateNode): Finding[] {
  const timers = timersOf(node);
  const types = timers.map((timer) => timer.eventType);
  return new Set(types).size < types.length ? [["two `after` of one delay", "list both candidates under one key"]] : [];
}

function actionRules(node: AnyStateNode): Finding[] {
  const { names } = readContext(node.machine);
  return actionsOf(node).flatMap((action): Finding[] => {
    const effect = readAction(node.machine, action);
    switch (effect.kind) {
      case "unsupported":
        return [[effect.feature, effect.hint]];
      case "assign":
        if (typeof effect.assignment === "function") return [];
        return Object.keys(effect.assignment)
          .filter((key) => !names.includes(key))
          .map((key) => [`assign to "${key}", which the context does not declare`, "give it an initial number, boolean or text"]);
      case "later":
        return delayRules(node.machine, effect);
      case "cancel":
        return "value" in effect.id && ownTimerIds(node.machine).has(effect.id.value) && !node.exit.includes(action as never)
          ? [[`cancel of the timer "${effect.id.value}" that belongs to an \`after\``, "leave the state instead"]]
          : [];
      default:
        return [];
    }
  });
}

/** XState waits for no delay that is not a number. */
function delayRules(machine: AnyStateMachine, { delay }: DelayedRaise): Finding[] {
  const resolved = resolveDelay(machine, delay);
  if (!("milliseconds" in resolved)) return [];
  const milliseconds: unknown = resolved.milliseconds;
  const named = "name" in delay ? ` "${delay.name}"` : "";
  if (typeof milliseconds !== "number") return [[`delay${named} of ${shown(milliseconds)}`, "give it milliseconds: a number, 0 or more"]];
  return milliseconds >= 0 ? [] : [[`delay${named} of ${milliseconds} ms`, "use 0 or more"]];
}

function ownTimerIds(machine: AnyStateMachine): ReadonlySet<string> {
  return new Set(nodesOf(machine).flatMap((node) => timersOf(node).map((timer) => timer.eventType)));
}

function guardRules(node: AnyStateNode): Finding[] {
  return transitionsOf(node).flatMap(({ guard }): Finding[] => {
    const test = guard === undefined ? undefined : readGuard(node.machine, guard);
    return test?.kind === "unsupported" ? [[test.feature, test.hint]] : [];
  });
}

/** Names that XState would mix up. */
function clashes(nodes: readonly AnyStateNode[]): Refusal[] {
  const refusals: Refusal[] = [];
  const ids = new Set<string>();
  const owners = new Map<string, AnyStateNode>();
  for (const node of nodes) {
    if (ids.has(node.id)) refusals.push({ state: nameOf(node), feature: `duplicate id "${node.id}"`, hint: "use another id" });
    ids.add(node.id);
    for (const { eventType } of timersOf(node)) {
      if ((owners.get(eventType) ?? node) !== node) {
        refusals.push({ state: nameOf(node), feature: `ambiguous timer "${eventType}"`, hint: "avoid dots in ids and delays" });
      }
      owners.set(eventType, node);
    }
  }
  return refusals;
}

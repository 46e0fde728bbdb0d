/** The rules that a machine must keep so that its tables are exact; lifting a rule is how the compiler grows. */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import { initialActions, isCall, readAction, readGuard, transitionsOf } from "./calls.ts";
import type { Transition } from "./calls.ts";
import { childrenOf, isAtomic, isPlainEvent, listOf, nameOf, nodesOf, timerSlotsOf, timersOf, writtenEntry, writtenExit } from "./nodes.ts";
import type { Refusal } from "./refusal.ts";

/** A feature that a node uses and a hint how to do without. */
type Finding = readonly [feature: string, hint: string];

/** All refusals of a machine, in document order. */
export function refusalsOf(machine: AnyStateMachine): Refusal[] {
  const nodes = nodesOf(machine);
  const refusals = nodes.flatMap((node) =>
    STATE_RULES.flatMap((rule) => rule(node)).map(([feature, hint]) => ({ state: nameOf(node), feature, hint })),
  );
  return [...refusals, ...initialAlways(machine.root), ...clashes(nodes)];
}

/** Bits that the atomic states' codes need; 0 is "not started". */
export function codeBitsOf(machine: AnyStateMachine): number {
  return 32 - Math.clz32(nodesOf(machine).filter(isAtomic).length);
}

const STATE_RULES: readonly ((node: AnyStateNode) => Finding[])[] = [
  typeRules,
  featureRules,
  eventRules,
  initialRules,
  timerRules,
  actionRules,
  (node) => transitionsOf(node).flatMap((transition) => transitionRules(node, transition)),
];

function typeRules(node: AnyStateNode): Finding[] {
  const findings: Finding[] = [];
  const { type, parent } = node;
  if (type === "parallel") findings.push(["parallel state", "use one row per concern, or combine the states"]);
  if (type === "history") findings.push(["history state", "name the state to return to, guarded by a column"]);
  if (type === "final" && parent?.parent !== undefined) findings.push(["nested final state", "target the next state directly"]);
  if (isAtomic(node) && childrenOf(node).length > 0) findings.push([`${type} state with children`, "drop `type`"]);
  if (parent === undefined && isAtomic(node)) findings.push(["machine without states", "give it an initial state"]);
  return findings;
}

function featureRules({ config, invoke }: AnyStateNode): Finding[] {
  const findings: Finding[] = [];
  if (invoke.length > 0) findings.push(["invoke", "start the other actor from a named action through the engine"]);
  if (config.onDone !== undefined) findings.push(["onDone", "target the next state directly"]);
  if ("output" in config) findings.push(["output", "write results in an entry action of the final state"]);
  if (config.route !== undefined) findings.push(["route", "use an ordinary event"]);
  return findings;
}

function eventRules(node: AnyStateNode): Finding[] {
  const descriptors = Object.keys(node.config.on ?? {}).filter((descriptor) => !isPlainEvent(descriptor));
  return descriptors.map((descriptor) =>
    descriptor.includes("*")
      ? [`wildcard event "${descriptor}"`, "list the events"]
      : [`XState's own event "${descriptor}"`, "use `after`, `always` or an event of your own"],
  );
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
  const findings: Finding[] = timers
    .filter(({ delay }) => typeof delay === "number" && delay < 0)
    .map(({ delay }) => [`negative delay ${delay} in after`, "use 0 or more"]);
  if (new Set(types).size < types.length) findings.push(["two `after` of one delay", "list both candidates under one key"]);
  return findings;
}

function actionRules(node: AnyStateNode): Finding[] {
  return [...writtenEntry(node), ...writtenExit(node), ...initialActions(node)].flatMap(actionFinding);
}

function actionFinding(action: unknown): Finding[] {
  const reading = readAction(action);
  return isCall(reading) ? [] : [[reading.feature, reading.hint]];
}

function transitionRules(node: AnyStateNode, transition: Transition): Finding[] {
  const { target, guard, actions, reenter } = transition;
  const findings = actions.flatMap(actionFinding);
  const reading = guard === undefined ? undefined : readGuard(guard);
  if (reading !== undefined && !isCall(reading)) findings.push([reading.feature, reading.hint]);
  if (listOf(target).length > 1) findings.push(["several targets", "name one target"]);
  const { root } = node.machine;
  // XState enters the root a second time here without leaving it, which leaves two live timers of one name.
  if (target?.[0] === root && node !== root && !reenter && timersOf(root).length > 0) {
    findings.push(["transition to a root that has `after`", "say `reenter: true`, or target a child of the root"]);
  }
  return findings;
}

/** XState looks at `always` guards of the initial states before it runs their entry actions: no order to imitate. */
function initialAlways(root: AnyStateNode): Refusal[] {
  const refusals: Refusal[] = [];
  const seen = new Set<AnyStateNode>();
  for (let node: AnyStateNode | undefined = root; node !== undefined && !seen.has(node);) {
    seen.add(node);
    if ((node.always?.length ?? 0) > 0) {
      const hint = "begin in a state that waits for an event: XState asks these guards before any entry action has run";
      refusals.push({ state: nameOf(node), feature: "initial state with always", hint });
    }
    const first: unknown = node.type === "compound" ? node.config.initial : undefined;
    const key = typeof first === "object" && first !== null && "target" in first ? first.target : first;
    node = typeof key === "string" ? (node.states[key] as AnyStateNode | undefined) : undefined;
  }
  return refusals;
}

/** Names that XState would mix up, and state codes that do not fit 16 bits. */
function clashes(nodes: readonly AnyStateNode[]): Refusal[] {
  const [root] = nodes;
  if (root === undefined) return [];
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
  if (codeBitsOf(root.machine) + timerSlotsOf(root) > 16) {
    refusals.push({ state: "(root)", feature: "machine with more states and timers than 16 bits hold", hint: "split it" });
  }
  return refusals;
}

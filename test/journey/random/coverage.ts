/** What really happened in a run of XState: which features of the language it went through. */

import type { AnyMachineSnapshot, AnyStateNode, InspectionEvent } from "xstate";
import type { Truth } from "./compare.ts";
import type { Watcher } from "./xstate-run.ts";

/** A transition as XState keeps it. */
interface Taken {
  readonly source: AnyStateNode;
  readonly target: readonly AnyStateNode[] | undefined;
  readonly reenter: boolean;
  readonly eventType: string;
  readonly guard?: unknown;
  readonly actions: readonly unknown[];
}

interface Microstep {
  readonly actorRef: object;
  readonly event: { readonly type: string; readonly output?: unknown };
  readonly snapshot: AnyMachineSnapshot;
  readonly _transitions: readonly Taken[];
}

/** Collects the features of one run. */
export class Coverage {
  readonly seen = new Set<string>();
  readonly watcher: Watcher;
  private readonly before = new Map<object, AnyMachineSnapshot>();

  constructor() {
    this.watcher = { inspect: (event) => this.inspect(event) };
  }

  /** Adds what the tape tells. */
  read({ lines }: Truth): void {
    const has = (feature: string, when: boolean): unknown => when && this.seen.add(feature);
    let trigger = "";
    lines.forEach(([now, row, what, first, second], index) => {
      if (what === "start" || what === "send" || what === "fire") trigger = what;
      if (["guard", "inline guard", "own guard", "delay", "emit", "assign", "inline action", "own action"].includes(String(what))) {
        this.seen.add(`calls: ${String(what)}`);
      }
      has("timers: cancelled", what === "cancel");
      has("a macrostep without end", what === "restless");
      has("a row starts again", what === "start" && lines.slice(0, index).some((l) => l[2] === "forget" && l[1] === row));
      has(
        "a row gets an event when it is done",
        what === "send" && lines.slice(0, index).findLast((l) => l[1] === row && l[2] === "state")?.[4] === true,
      );
      has("a row is done", what === "state" && second === true);
      has("a row is done at once", what === "state" && second === true && trigger === "start");
      has("a row starts within another one's macrostep", what === "start" && row === 1 && lines[index - 1]?.[2] === "action");
      has("several regions", what === "state" && String(first).includes(" & "));
      has(
        "timers: two at the same time",
        what === "fire" && lines.slice(0, index).some((l) => l[2] === "fire" && l[0] === now && l[1] !== row),
      );
    });
  }

  private inspect(inspected: InspectionEvent): void {
    if (inspected.type === "@xstate.event" && inspected.sourceRef !== undefined) {
      this.seen.add(inspected.event.type.startsWith("xstate.after") ? "timers: after" : "timers: delayed raise");
    }
    if (inspected.type !== "@xstate.microstep") return;
    const step = inspected as unknown as Microstep;
    const before = this.before.get(step.actorRef);
    this.before.set(step.actorRef, step.snapshot);
    this.lookAtNodes(step.snapshot);
    const { _transitions: together } = step;
    for (const taken of together) {
      for (const feature of [...featuresOf(taken, step), ...targetFeatures(taken, before)]) this.seen.add(feature);
    }
    for (const feature of togetherFeatures(together)) this.seen.add(feature);
    if (together.length === 0) this.seen.add("events: nobody takes one");
  }

  private lookAtNodes({ _nodes, historyValue }: AnyMachineSnapshot): void {
    for (const node of _nodes as AnyStateNode[]) {
      if (node.path.length === 4) this.seen.add("states: four levels");
      if (node.tags.length > 0) this.seen.add("states: tags");
      if (node.type === "parallel") {
        this.seen.add("states: parallel");
        if (node.parent !== undefined && pathUp(node.parent).some(({ type }) => type === "parallel"))
          this.seen.add("states: parallel in parallel");
        if (statesIn(node).length === 1) this.seen.add("states: parallel with one region");
        if (statesIn(node).some(({ type }) => type === "final")) this.seen.add("states: a final state as a region");
      }
      if (node.type === "compound" && node.initial.target[0]?.type === "history") this.seen.add("states: initial history");
      if (node.type === "compound" && node.initial.actions.length > 0) this.seen.add("actions: initial");
      for (const action of [...node.entry, ...node.exit]) this.lookAtAction(action);
    }
    if (Object.keys(historyValue).length > 0) this.seen.add("history: remembered");
  }

  private lookAtAction(action: unknown): void {
    for (const feature of actionFeatures(action)) this.seen.add(feature);
  }
}

function featuresOf(taken: Taken, { event }: Microstep): string[] {
  const { eventType, guard, source, target, actions, reenter } = taken;
  const features = [...guardFeatures(guard), ...actions.flatMap(actionFeatures)];
  if (eventType === "") features.push(event.type === "xstate.init" ? "always: while a row starts" : "always: later");
  if (eventType === "*" || eventType.endsWith(".*")) {
    const kind = /^xstate\.(after|done)/u.exec(event.type)?.[1];
    features.push(
      `wildcards: ${eventType === "*" ? `* for ${kind ?? (event.type === "Z" ? "an unknown event" : "an event")}` : "partial"}`,
    );
  }
  if (eventType.startsWith("xstate.done")) features.push(`onDone: of a ${source.type} state`);
  if (eventType.startsWith("xstate.done") && event.output !== undefined) features.push(`onDone: output, ${typeof event.output}`);
  if (target === undefined && actions.length === 0 && guard === undefined && !reenter) features.push("events: forbidden");
  if (target === undefined && actions.length > 0) features.push("targets: none");
  if ((target?.length ?? 0) > 1) features.push("targets: several regions");
  if (target?.length === 1 && target[0] === source) features.push(reenter ? "targets: itself, reenter" : "targets: itself, internal");
  if (target?.some((node) => pathUp(node).slice(1).includes(source)))
    features.push(reenter ? "targets: inside, reenter" : "targets: inside");
  if (target?.some((node) => node.parent === undefined) && source.parent !== undefined) features.push("targets: the root from below");
  return features;
}

function targetFeatures({ target }: Taken, before: AnyMachineSnapshot | undefined): string[] {
  const histories = (target ?? []).filter(({ type }) => type === "history");
  return histories.map((node) => {
    if ((before?.historyValue as Readonly<Record<string, unknown>> | undefined)?.[node.id] !== undefined) {
      return `history: ${String(node.history)} of a ${node.parent?.type ?? ""} state`;
    }
    if (!("target" in node.config)) return "history: without default";
    return Array.isArray(node.config.target) ? "history: own default in several regions" : "history: own default";
  });
}

/** Features of transitions that were selected together. */
function togetherFeatures(taken: readonly Taken[]): string[] {
  if (taken.length < 2) return [];
  const domains = taken.filter(({ target }) => target !== undefined).map(domainOf);
  const overlap = domains.some((one, index) => domains.slice(index + 1).some((two) => isAround(one, two) || isAround(two, one)));
  return [
    taken[0]?.eventType === "" ? "always: in several regions" : "events: in several regions",
    ...(overlap ? ["conflicts between regions"] : []),
  ];
}

/** What a transition leaves: its source when it is internal, otherwise the state around source and targets. */
function domainOf({ source, target, reenter }: Taken): AnyStateNode {
  const inside = (node: AnyStateNode) => node === source || pathUp(node).includes(source);
  if (!reenter && target?.every(inside) === true) return source;
  return (
    pathUp(source)
      .slice(1)
      .find((around) => target?.every((node) => pathUp(node).slice(1).includes(around))) ?? source.machine.root
  );
}

function isAround(outer: AnyStateNode, inner: AnyStateNode): boolean {
  return pathUp(inner).includes(outer);
}

type Labelled = readonly [creator: string, ...given: readonly unknown[]];

function labelOf(value: unknown): Labelled | undefined {
  const label: unknown = typeof value === "function" && "shown" in value ? value.shown : undefined;
  return Array.isArray(label) ? (label as unknown as Labelled) : undefined;
}

function guardFeatures(guard: unknown): string[] {
  const label = labelOf(guard);
  if (label === undefined) return callFeatures(guard, "guards");
  const [creator, given] = label;
  if (creator === "stateIn") return [`guards: stateIn ${typeof given === "string" ? (given.startsWith("#") ? "id" : "path") : "value"}`];
  return [`guards: ${creator}`, ...[given].flat().flatMap(guardFeatures)];
}

function callFeatures(call: unknown, kind: "actions" | "guards"): string[] {
  if (call === undefined) return [];
  if (typeof call === "function") return [`${kind}: inline`];
  if (typeof call !== "object" || call === null || !("params" in call)) return [`${kind}: named`];
  return [`${kind}: named, ${typeof call.params === "function" ? "dynamic" : "static"} params`];
}

function actionFeatures(action: unknown): string[] {
  const label = labelOf(action);
  if (label === undefined) return isTimerOfAfter(action) ? [] : callFeatures(action, "actions");
  const [creator, given, options] = label;
  const form = typeof given === "function" ? "function" : "object";
  if (creator === "assign") return [`assign: ${form}`];
  if (creator === "cancel" || creator === "log") return [`${creator}: ${form}`];
  if (creator === "emit") return [`emit: ${form}`];
  const { delay, id } = (options ?? {}) as { readonly delay?: unknown; readonly id?: string };
  if (delay === undefined) return [`raise: ${form}`];
  return [`raise: delay as ${typeof delay}`, ...(id === undefined ? ["raise: later, without id"] : ["raise: later, with id"])];
}

/** XState's own raise and cancel of an `after`. */
function isTimerOfAfter(action: unknown): boolean {
  return typeof action === "function" && "type" in action;
}

function statesIn(node: AnyStateNode): AnyStateNode[] {
  return Object.values<AnyStateNode>(node.states).filter(({ type }) => type !== "history");
}

function pathUp(node: AnyStateNode): AnyStateNode[] {
  return node.parent === undefined ? [node] : [node, ...pathUp(node.parent as AnyStateNode)];
}

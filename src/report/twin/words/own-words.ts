/** What a step of an author's journey says: its states as they are called, and what its actions did. */

import type { TwinStep } from "../../../kpi/index.ts";
import { line, type Line } from "./line.ts";

function eventText({ event }: TwinStep): string {
  if (event === "start") return "begins";
  return event === "timer" ? "time is up" : event;
}

/** The sentences of a step: the states, then the actions in order. A step that changes nothing says nothing. */
export function ownLines(step: TwinStep): Line[] {
  const own = Object.entries(step.own).map(([counter, value]) => `${counter} = ${value}`);
  const actions = step.actions.map(({ name }) => name);
  if (step.from === step.to && actions.length === 0 && own.length === 0) return [];
  const done = [...actions, ...own];
  const states = step.from === "" || step.from === step.to ? step.to : `${step.from} → ${step.to}`;
  const text = `${states} (${eventText(step)})${done.length === 0 ? "" : `: ${done.join(", ")}`}`;
  const [before, after] = step.satisfaction ?? [0, 0];
  return [{ ...line(null, text), cents: step.cents, satisfaction: before === after ? null : [before, after] }];
}

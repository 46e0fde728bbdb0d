/** The stories of twins side by side: moments in order of time, the sentences of each strategy in one cell. */

import type { TwinCustomer, TwinDocument, TwinStep } from "../../kpi/index.ts";
import { contactLines } from "./words/contact-words.ts";
import { customerLines } from "./words/customer-words.ts";
import type { Line } from "./words/line.ts";
import { ownLines } from "./words/own-words.ts";

/** What happens at one time. */
export interface Moment {
  /** Seconds since the start, a Monday 00:00. */
  readonly time: number;
  /** Sentences by strategy; empty where nothing happens. In the history there is one cell. */
  readonly cells: readonly (readonly Line[])[];
  /** Whether all cells say the same. */
  readonly same: boolean;
}

export interface Story {
  readonly history: readonly Moment[];
  readonly after: readonly Moment[];
}

function linesOf(step: TwinStep, document: TwinDocument): Line[] {
  if (step.actor === "contact") return contactLines(step);
  return document.scenario.journey === null ? customerLines(step, document) : ownLines(step);
}

/** Gives the figures of sentences without text to the next one with text, else to the last one. */
function withText(lines: readonly Line[]): Line[] {
  const told: Line[] = [];
  let cents = 0;
  let change: Line["satisfaction"] = null;
  for (const one of lines) {
    cents += one.cents;
    if (one.satisfaction !== null) change = [change?.[0] ?? one.satisfaction[0], one.satisfaction[1]];
    if (one.text === "") continue;
    told.push({ ...one, cents, satisfaction: change });
    cents = 0;
    change = null;
  }
  const last = told.at(-1);
  if (last === undefined || (cents === 0 && change === null)) return told;
  return [...told.slice(0, -1), { ...last, cents: last.cents + cents, satisfaction: change ?? last.satisfaction }];
}

/** Sentences by time, in order. */
function byTime(steps: readonly TwinStep[], document: TwinDocument): ReadonlyMap<number, readonly Line[]> {
  const times = new Map<number, Line[]>();
  for (const step of steps) {
    const lines = linesOf(step, document);
    if (lines.length > 0) times.set(step.time, [...(times.get(step.time) ?? []), ...lines]);
  }
  return new Map([...times].map(([time, lines]) => [time, withText(lines)] as const).filter(([, lines]) => lines.length > 0));
}

function sideBySide(lives: readonly (readonly TwinStep[])[], document: TwinDocument): Moment[] {
  const told = lives.map((steps) => byTime(steps, document));
  const times = [...new Set(told.flatMap((life) => [...life.keys()]))].sort((a, b) => a - b);
  return times.map((time) => {
    const cells = told.map((life) => life.get(time) ?? []);
    return { time, cells, same: new Set(cells.map((cell) => JSON.stringify(cell))).size === 1 };
  });
}

/** Whether more happens than looking around. */
function isWeighty({ cells }: Moment): boolean {
  return cells.some((lines) => lines.some(({ phase }) => phase !== "consideration"));
}

/**
 * The moments from where the lives part, without those in which the customer only looks around; the first that differs stays whatever
 * it is. Empty where the lives are the same.
 */
export function keyMoments({ after }: Story, before: number, following: number): Moment[] {
  const first = after.find(({ same }) => !same);
  if (first === undefined) return [];
  const weighty = after.filter((moment) => moment === first || isWeighty(moment));
  const row = weighty.indexOf(first);
  return weighty.slice(Math.max(0, row - before), row + following);
}

/** The story of a customer under each strategy. */
export function storyOf(document: TwinDocument, { history, lanes }: TwinCustomer): Story {
  return {
    history: sideBySide([history], document),
    after: sideBySide(
      lanes.map(({ steps }) => steps),
      document,
    ),
  };
}

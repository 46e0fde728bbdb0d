/** The terminal's answer to twins: who was found, what it came to, the moments in which the lives part. Fits 100 columns. */

import Table from "cli-table3";
import { printable } from "../errors.ts";
import type { TwinCustomer, TwinDocument } from "../kpi/index.ts";
import {
  caution,
  endSentence,
  keyMoments,
  type Line,
  type Moment,
  moneyText,
  partingSentence,
  satisfactionText,
  searchSentence,
  spreadText,
  type Story,
  storyOf,
  sumsOf,
  trustSentence,
  whenText,
} from "../report/index.ts";
import { PLAIN } from "./table-style.ts";

const WIDTH = 100;
const WHEN = 19;
/** Strategies that fit side by side. */
const MOST_LANES = 3;
/** Moments shown before the lives part, and from there on. */
const BEFORE = 2;
const AFTER = 12;

/** The rows of the strategies shown: all, or the first one and those with the greatest and the least contribution. */
function shownLanes({ lanes }: TwinCustomer): number[] {
  const rows = lanes.map((_, row) => row);
  if (rows.length <= MOST_LANES) return rows;
  const ranked = rows.toSorted((a, b) => (lanes[b]?.end.contribution ?? 0) - (lanes[a]?.end.contribution ?? 0));
  const chosen = new Set([0, ranked[0] ?? 0, ranked.at(-1) ?? 0, ...ranked]);
  return [...chosen].slice(0, MOST_LANES).toSorted((a, b) => a - b);
}

function sentence({ text, cents, satisfaction }: Line, currency: string): string {
  const money = cents === 0 ? "" : ` (${moneyText(cents, currency, "difference")})`;
  const change =
    satisfaction === null || satisfaction[0] === satisfaction[1]
      ? ""
      : ` [satisfaction ${satisfactionText(satisfaction[0])} → ${satisfactionText(satisfaction[1])}]`;
  return printable(`${text}${money}${change}`);
}

function momentRow(moment: Moment, lanes: readonly number[], { scenario }: TwinDocument) {
  const { day, clock } = whenText(moment.time, scenario.history);
  const cell = (lines: readonly Line[]): string =>
    lines.length === 0 ? "–" : lines.map((line) => sentence(line, scenario.currency)).join("\n");
  const when = `${day} ${clock}`;
  return [when, ...lanes.map((row, place) => (moment.same && place > 0 ? "the same" : cell(moment.cells[row] ?? [])))];
}

/** What of a story is not shown here. */
function notesOf({ history, after }: Story, shown: readonly Moment[], hidden: number): string {
  const rest = history.length + after.length - shown.length;
  const strategies = hidden === 0 ? "" : ` ${hidden} more ${hidden === 1 ? "strategy stands" : "strategies stand"} there too.`;
  if (rest === 0) return `This is the whole story.${strategies}`;
  return `Shortened: ${rest} more moments (the common history, looking around, what comes later) stand in the page.${strategies}`;
}

function storyTable(document: TwinDocument, customer: TwinCustomer): string {
  const story = storyOf(document, customer);
  const parting = keyMoments(story, BEFORE, AFTER);
  const moments = parting.length === 0 ? story.after.slice(0, AFTER) : parting;
  if (moments.length === 0) return "Nothing happens to this customer after adoption.";
  const lanes = shownLanes(customer);
  const width = Math.floor((WIDTH - WHEN - lanes.length - 2) / lanes.length);
  const table = new Table({
    head: ["", ...lanes.map((row) => printable(document.strategies[row]?.name ?? ""))],
    colWidths: [WHEN, ...lanes.map(() => width)],
    wordWrap: true,
    ...PLAIN,
  });
  for (const moment of moments) table.push(momentRow(moment, lanes, document));
  return `${table.toString()}\n${wrapped(notesOf(story, moments, customer.lanes.length - lanes.length))}`;
}

function sumsTable(document: TwinDocument, customer: TwinCustomer): string {
  const lanes = shownLanes(customer);
  const table = new Table({ head: ["", ...lanes.map((row) => printable(document.strategies[row]?.name ?? ""))], ...PLAIN });
  for (const { label, cells } of sumsOf(document, customer)) table.push([label, ...lanes.map((row) => cells[row] ?? "")]);
  return table.toString();
}

function foundTable({ search, scenario, strategies, customers }: TwinDocument): string[] {
  if (search === null || search.found.length < 2) return [];
  const lanes = shownLanes(customers[0] as TwinCustomer);
  const table = new Table({
    head: ["customer", "segment", "apart by", ...lanes.map((row) => printable(strategies[row]?.name ?? ""))],
    ...PLAIN,
  });
  for (const { customer, segment, spread, ends } of search.found) {
    const money = lanes.map((row) => moneyText(ends[row]?.contribution ?? 0, scenario.currency));
    table.push([String(customer), printable(segment), spreadText(search.by, spread, scenario.currency), ...money]);
  }
  return [table.toString()];
}

/** Text in lines of at most `width` characters. */
function wrapped(text: string, width = WIDTH): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

/**
 * The text that `twin` prints: of several customers the first one's story.
 *
 * @param folder - the study's folder
 */
export function twinSummary(document: TwinDocument, folder: string): string {
  const [customer] = document.customers;
  if (customer === undefined) throw new Error("a study of twins without a customer");
  const { scenario, replication } = document;
  const say = (text: string): string => wrapped(printable(text));
  const trust = trustSentence(document.assumptions ?? []);
  const parts = [
    say(`${scenario.name}, replication ${replication}: the same customer under each strategy. ${searchSentence(document)}`),
    ...foundTable(document),
    say(
      `Customer ${customer.customer} (${customer.segment}). ${endSentence(document, customer)} ${partingSentence(document, customer)} Day 1 is the first day after adoption.`,
    ),
    storyTable(document, customer),
    sumsTable(document, customer),
    wrapped(caution),
    ...(trust === null ? [] : [say(trust)]),
  ];
  return `${parts.join("\n\n")}\nThe whole story: ${folder}/twin.html\n`;
}

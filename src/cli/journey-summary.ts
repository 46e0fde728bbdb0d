/** A journey on the terminal: tree, tables of what it uses, and its weak points. Tables by cli-table3. */

import Table from "cli-table3";
import { printable, problemMessage } from "../errors.ts";
import { type Inspection, journeyTree, type WordUse } from "../journey/index.ts";

const NARROWEST = 80;
const WIDEST = 120;
const USUAL = 100;

const ORIGINS: Readonly<Record<WordUse["origin"], string>> = {
  vocabulary: "",
  machine: "the journey's own",
  written: "says itself what it is",
  nobody: "MISSING",
};

const NO_LINES = {
  ...Object.fromEntries(
    ["mid", "left-mid", "mid-mid", "right-mid", "left", "right", "top", "top-mid", "top-left", "top-right"].map((part) => [part, ""]),
  ),
  ...Object.fromEntries(["bottom", "bottom-mid", "bottom-left", "bottom-right"].map((part) => [part, ""])),
  middle: " ",
};

/** A table without lines, its last column as wide as the terminal lets it be. */
function table(rows: readonly (readonly string[])[], width: number): string {
  const clean = rows.map((row) => row.map(printable));
  const columns = clean[0]?.length ?? 0;
  const widths = Array.from({ length: columns - 1 }, (_, i) => Math.min(34, Math.max(...clean.map((row) => (row[i] ?? "").length)) + 2));
  const last = Math.max(20, width - widths.reduce((sum, one) => sum + one + 1, 0) - 1);
  const made = new Table({
    chars: NO_LINES,
    colWidths: [...widths, last],
    wordWrap: true,
    style: { head: [], border: [], "padding-left": 2, "padding-right": 0 },
  });
  made.push(...clean.map((row) => [...row]));
  return made
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

function times(uses: number): string {
  return uses === 1 ? "once" : `${uses} ×`;
}

function section(title: string, body: string | undefined): string[] {
  return body === undefined || body === "" ? [] : [`${title}\n${body}`];
}

function wordTable({ words }: Inspection, kind: WordUse["kind"], width: number): string | undefined {
  const rows = words
    .filter((word) => word.kind === kind)
    .map(({ name, uses, about, origin }) => [name, times(uses), about ?? ORIGINS[origin]]);
  return rows.length === 0 ? undefined : table(rows, width);
}

function eventTable({ events }: Inspection, width: number): string | undefined {
  const rows = events.map(({ name, states, raised }) => {
    const where = states.length === 0 ? "nobody reacts to it" : `in ${states.join(", ")}`;
    return [name, `${where}${raised ? "; raised by the machine itself" : ""}`];
  });
  return rows.length === 0 ? undefined : table(rows, width);
}

function contextTable({ context }: Inspection, width: number): string | undefined {
  const rows = context.map(({ name, type, value }) => [
    name,
    type === "input" ? "from the input" : type,
    value === undefined ? "" : JSON.stringify(value),
  ]);
  return rows.length === 0 ? undefined : table(rows, width);
}

function listed(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.map((line) => `  ${printable(line)}`).join("\n");
}

function missingLines({ missing }: Inspection): string[] {
  return missing.map(({ kind, name, states, suggestion, knownAs, mistake }) => {
    const more = [
      ...(mistake === undefined ? [] : [` ${mistake}.`]),
      ...(knownAs === undefined ? [] : [` It is ${knownAs === "action" ? "an" : "a"} ${knownAs}.`]),
      ...(suggestion === undefined ? [] : [` Did you mean "${suggestion}"?`]),
    ];
    return `${kind} "${name}" in ${states.join(", ")}.${more.join("")}`;
  });
}

function paramLines({ wrongParams }: Inspection): string[] {
  return wrongParams.map(({ kind, name, state, path, expected, found, suggestion }) => {
    const where = path === "" ? "" : `${path}: `;
    return `${kind} "${name}" in ${state}: ${where}${problemMessage(expected, found, suggestion)}`;
  });
}

function verdict({ runs, missing, refusals, wrongParams }: Inspection): string {
  if (runs) return "It can be simulated.";
  const reasons = [
    ...(missing.length === 0 ? [] : [`${missing.length} ${missing.length === 1 ? "word is" : "words are"} missing`]),
    ...(wrongParams.length === 0 ? [] : [`${wrongParams.length} wrong ${wrongParams.length === 1 ? "param" : "params"}`]),
    ...(refusals.length === 0 ? [] : [`${refusals.length} ${refusals.length === 1 ? "feature is" : "features are"} not supported`]),
  ];
  return `It cannot be simulated: ${reasons.join(", ")}.`;
}

/** The text that `journey` prints. `columns` is the width of the terminal; 100 where there is none. */
export function journeySummary(file: string, inspection: Inspection, columns = USUAL): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns));
  const count = (kind: WordUse["kind"]): number => inspection.words.filter((word) => word.kind === kind).length;
  const { id, states, events, unreachable, deadEnds, guardedOnly, refusals } = inspection;
  const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;
  const uses = (["delay", "guard", "action"] as const).map((kind) => counted(count(kind), kind));
  const sizes = [counted(states.length - 1, "state"), counted(events.length, "event"), ...uses].join(", ");
  const head = `${id}${file === id ? "" : ` (${file})`}: ${sizes}. ${verdict(inspection)}`;
  const parts = [
    printable(head),
    ...section("States", journeyTree(inspection, width).replaceAll(/^/gmu, "  ")),
    ...section("Events", eventTable(inspection, width)),
    ...section("Delays", wordTable(inspection, "delay", width)),
    ...section("Guards", wordTable(inspection, "guard", width)),
    ...section("Actions", wordTable(inspection, "action", width)),
    ...section("Context", contextTable(inspection, width)),
    ...section("Not reachable: no path leads there", listed(unreachable)),
    ...section("Dead ends: somebody stays there for ever", listed(deadEnds)),
    ...section("Left through guards only: somebody stays if none of them holds", listed(guardedOnly)),
    ...section("Missing words", listed(missingLines(inspection))),
    ...section("Wrong params", listed(paramLines(inspection))),
    ...section("Not supported", listed(refusals.map(({ state, feature, hint }) => `${state}: ${feature}; ${hint}.`))),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The findings of a sensitivity study as rows, what moves most first: what page and terminal list. */

import type { KpiUnit, SensitivityDocument, Span } from "../../kpi/index.ts";
import { listed } from "../sections/parts.ts";
import { counted, intervalText, meanText, type Reading } from "../text/numbers.ts";
import { differenceName, parameterName } from "../text/parameter-name.ts";

/** What is looked at: a KPI of a strategy, or how much more it is than that of another. */
export interface Looked {
  readonly strategy: string;
  readonly less: string | null;
}

/** A parameter or what strategies differ in: its name for people, and its path or id. */
export interface Named {
  readonly name: string;
  readonly code: string;
}

/** A figure, with its interval where it has one. */
export interface Figure {
  readonly text: string;
  readonly interval: string | null;
}

export interface MovedRow extends Named {
  /** Row of the parameter in the document; of the player in its game. */
  readonly row: number;
  readonly cells: readonly Figure[];
}

/** All that moves one response. */
export interface Movers {
  readonly response: Looked;
  readonly columns: readonly string[];
  readonly rows: readonly MovedRow[];
  /** Parameters that changed nothing, in the order of the study. */
  readonly unmoved: readonly Named[];
  readonly note?: string;
}

/** A response in words. */
export function responseName({ strategy, less }: Looked): string {
  return less === null ? strategy : `${strategy} less ${less}`;
}

function figure(span: Span, unit: KpiUnit, currency: string, reading: Reading): Figure {
  return { text: meanText(span, unit, currency, reading), interval: intervalText(span, unit, currency, reading) };
}

function bare(text: string): Figure {
  return { text, interval: null };
}

/** A figure in one line, its interval in brackets. */
export function figureText({ text, interval }: Figure): string {
  return interval === null ? text : `${text} (${interval})`;
}

function size(value: number | null): number {
  return Math.abs(value ?? 0);
}

/** Sizes have no sign, also where differences have one. */
function unsigned({ text, interval }: Figure): Figure {
  return { text: text.replaceAll("+", ""), interval: interval?.replaceAll("+", "") ?? null };
}

type Found<K extends "screening" | "tornado" | "indices"> = NonNullable<SensitivityDocument[K]>["responses"][number];

function ranked<T>(items: readonly T[], weight: (item: T) => number): { item: T; row: number }[] {
  return items.map((item, row) => ({ item, row })).toSorted((a, b) => weight(b.item) - weight(a.item) || a.row - b.row);
}

function nameOf({ parameters }: SensitivityDocument, row: number): Named {
  const code = parameters[row]?.path ?? "";
  return { name: parameterName(code), code };
}

/** Differences of equal figures are zero but for rounding. */
const ROUNDING = 1e-9;

/**
 * Parameters that changed something, the most first, and those that changed nothing at all.
 *
 * @param sizes by parameter: everything that would not be zero if it had done anything
 */
function apart(document: SensitivityDocument, sizes: readonly (readonly (number | null)[])[], cellsOf: (row: number) => readonly Figure[]) {
  const weights = sizes.map((one) => Math.max(0, ...one.map(size)));
  const least = ROUNDING * Math.max(0, ...weights);
  const order = ranked(sizes, ([first = null]) => size(first));
  const moved = order.filter(({ row }) => (weights[row] ?? 0) > least);
  return {
    rows: moved.map(({ row }): MovedRow => ({ ...nameOf(document, row), row, cells: cellsOf(row) })),
    unmoved: weights.flatMap((weight, row) => (weight > least ? [] : [nameOf(document, row)])),
  };
}

function screened(document: SensitivityDocument, response: Found<"screening">): Movers {
  const { kpi, scenario } = document;
  const { effects } = response;
  const plain = (value: number | null) =>
    bare(value === null ? "–" : meanText({ mean: value, low: null, high: null }, kpi.unit, scenario.currency, "difference"));
  const sizes = effects.map(({ mu, muStar, sigma }) => [muStar.mean, muStar.high, mu, sigma]);
  const cells = effects.map(({ mu, muStar, sigma }) => [
    unsigned(figure(muStar, kpi.unit, scenario.currency, "difference")),
    plain(mu),
    unsigned(plain(sigma)),
  ]);
  return {
    response,
    columns: ["mean size of the effect", "mean effect", "spread"],
    ...apart(document, sizes, (row) => cells[row] ?? []),
  };
}

/** How far a figure is from another. */
function distance({ mean }: Span, from: Span): number | null {
  return mean === null || from.mean === null ? null : mean - from.mean;
}

function swung(document: SensitivityDocument, response: Found<"tornado">): Movers {
  const { kpi, scenario, parameters } = document;
  const { now, bars } = response;
  const reading = response.less === null ? "level" : "difference";
  const sizes = bars.map(({ low, high, swing }) => [swing.mean, swing.low, swing.high, distance(low, now), distance(high, now)]);
  const cells = bars.map(({ low, high, swing }, row) => {
    const ends = parameters[row]?.values ?? [];
    return [
      bare(`${ends[0] ?? ""}: ${meanText(low, kpi.unit, scenario.currency, reading)}`),
      bare(`${ends.at(-1) ?? ""}: ${meanText(high, kpi.unit, scenario.currency, reading)}`),
      figure(swing, kpi.unit, scenario.currency, "difference"),
    ];
  });
  return {
    response,
    columns: ["at the low end", "at the high end", "high less low"],
    ...apart(document, sizes, (row) => cells[row] ?? []),
    note: `${figureText(figure(now, kpi.unit, scenario.currency, reading))} now`,
  };
}

function shared(document: SensitivityDocument, response: Found<"indices">): Movers {
  const { kpi, scenario } = document;
  const { parameters, mean, sd } = response;
  const plain = (value: number, reading: Reading) => meanText({ mean: value, low: null, high: null }, kpi.unit, scenario.currency, reading);
  const sizes = parameters.map(({ first, total }) => [total.mean, total.high, first.mean]);
  const cells = parameters.map(({ first, total }) => [figure(first, "share", "", "level"), figure(total, "share", "", "level")]);
  const note =
    sd === 0
      ? "nothing that varies moves it"
      : `mean ${plain(mean, response.less === null ? "level" : "difference")}, standard deviation ${plain(sd, "difference").replaceAll("+", "")}`;
  return {
    response,
    columns: ["share of variance alone", "with interactions"],
    ...apart(document, sizes, (row) => cells[row] ?? []),
    note,
  };
}

function added(document: SensitivityDocument, game: NonNullable<SensitivityDocument["capabilities"]>["games"][number]): Movers {
  const { kpi, scenario, baseline } = document;
  const told = (span: Span) => figure(span, kpi.unit, scenario.currency, "difference");
  const plain = ({ mean }: Span) => told({ mean, low: null, high: null });
  const rows = ranked(game.players, ({ adds }) => size(adds.mean)).map(({ item: { name, adds, share, alone, last }, row }) => ({
    name: differenceName(name),
    code: name,
    row,
    cells: [
      told(adds),
      bare(share === null ? "–" : meanText({ mean: share, low: null, high: null }, "share", "")),
      plain(alone),
      plain(last),
    ],
  }));
  const how =
    game.orders === null
      ? `exact, from all ${game.coalitions} combinations`
      : `from ${game.orders} orders drawn, ${game.coalitions} combinations`;
  const open = game.players.every(({ share }) => share === null) ? "; no shares, because the whole is not clearly different from zero" : "";
  const note = game.players.length === 0 ? "they do not differ" : `${figureText(told(game.uplift))} in all; ${how}${open}`;
  return { response: { strategy: game.strategy, less: baseline }, columns: ["adds", "share", "alone", "last"], rows, unmoved: [], note };
}

/** What changed nothing, in one sentence that names at most so many; null if all changed something. */
export function unmovedSentence({ unmoved, rows }: Movers, most: number): string | null {
  if (unmoved.length === 0) return null;
  const names = unmoved.slice(0, most).map(({ name }) => name);
  const more = unmoved.length - names.length;
  const which = names.length === 0 ? "" : `: ${more === 0 ? listed(names) : `${names.join(", ")} and ${more} more`}`;
  const what =
    rows.length === 0
      ? `Nothing that varied changed anything (${counted(unmoved.length, "parameter")})`
      : `${counted(unmoved.length, "parameter")} changed nothing`;
  return `${what}${which}.`;
}

/** By response, differences between strategies first. */
export function movers(document: SensitivityDocument): Movers[] {
  const { screening, tornado, indices, capabilities } = document;
  return [
    ...(screening?.responses ?? []).map((response) => screened(document, response)),
    ...(tornado?.responses ?? []).map((response) => swung(document, response)),
    ...(indices?.responses ?? []).map((response) => shared(document, response)),
    ...(capabilities?.games ?? []).map((game) => added(document, game)),
  ];
}

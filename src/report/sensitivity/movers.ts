/** The findings of a sensitivity study as rows, what moves most first: what page and terminal list. */

import type { KpiUnit, SensitivityDocument, Span } from "../../kpi/index.ts";
import { intervalText, meanText, type Reading } from "../text/numbers.ts";

/** What is looked at: a KPI of a strategy, or how much more it is than that of another. */
export interface Looked {
  readonly strategy: string;
  readonly less: string | null;
}

export interface MovedRow {
  readonly name: string;
  /** Row of the parameter in the document; of the player in its game. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** All that moves one response. */
export interface Movers {
  readonly response: Looked;
  readonly columns: readonly string[];
  readonly rows: readonly MovedRow[];
  readonly note?: string;
}

/** A response in words. */
export function responseName({ strategy, less }: Looked): string {
  return less === null ? strategy : `${strategy} less ${less}`;
}

/** A figure with its interval in brackets. */
function written(span: Span, unit: KpiUnit, currency: string, reading: Reading): string {
  const interval = intervalText(span, unit, currency, reading);
  return `${meanText(span, unit, currency, reading)}${interval === null ? "" : ` (${interval})`}`;
}

function size(value: number | null): number {
  return Math.abs(value ?? 0);
}

/** Sizes have no sign, also where differences have one. */
function unsigned(text: string): string {
  return text.replaceAll("+", "");
}

type Found<K extends "screening" | "tornado" | "indices"> = NonNullable<SensitivityDocument[K]>["responses"][number];

function ranked<T>(items: readonly T[], weight: (item: T) => number): { item: T; row: number }[] {
  return items.map((item, row) => ({ item, row })).toSorted((a, b) => weight(b.item) - weight(a.item) || a.row - b.row);
}

function nameOf({ parameters }: SensitivityDocument, row: number): string {
  return parameters[row]?.path ?? "";
}

function screened(document: SensitivityDocument, response: Found<"screening">): Movers {
  const { kpi, scenario } = document;
  const plain = (value: number | null) =>
    value === null ? "–" : meanText({ mean: value, low: null, high: null }, kpi.unit, scenario.currency, "difference");
  return {
    response,
    columns: ["mean size of the effect", "mean effect", "spread"],
    rows: ranked(response.effects, ({ muStar }) => size(muStar.mean)).map(({ item: { mu, muStar, sigma }, row }) => ({
      name: nameOf(document, row),
      row,
      cells: [unsigned(written(muStar, kpi.unit, scenario.currency, "difference")), plain(mu), unsigned(plain(sigma))],
    })),
  };
}

function swung(document: SensitivityDocument, response: Found<"tornado">): Movers {
  const { kpi, scenario, parameters } = document;
  const reading = response.less === null ? "level" : "difference";
  return {
    response,
    columns: ["at the low end", "at the high end", "high less low"],
    rows: ranked(response.bars, ({ swing }) => size(swing.mean)).map(({ item: { low, high, swing }, row }) => {
      const ends = parameters[row]?.values ?? [];
      return {
        name: nameOf(document, row),
        row,
        cells: [
          `${ends[0] ?? ""}: ${meanText(low, kpi.unit, scenario.currency, reading)}`,
          `${ends.at(-1) ?? ""}: ${meanText(high, kpi.unit, scenario.currency, reading)}`,
          written(swing, kpi.unit, scenario.currency, "difference"),
        ],
      };
    }),
    note: `${written(response.now, kpi.unit, scenario.currency, reading)} now`,
  };
}

function shared(document: SensitivityDocument, response: Found<"indices">): Movers {
  const { kpi, scenario } = document;
  const plain = (value: number, reading: Reading) => meanText({ mean: value, low: null, high: null }, kpi.unit, scenario.currency, reading);
  const rows = ranked(response.parameters, ({ total }) => total.mean ?? 0).map(({ item: { first, total }, row }) => ({
    name: nameOf(document, row),
    row,
    cells: [written(first, "share", "", "level"), written(total, "share", "", "level")],
  }));
  const note =
    response.sd === 0
      ? "nothing that varies moves it"
      : `mean ${plain(response.mean, response.less === null ? "level" : "difference")}, standard deviation ${unsigned(plain(response.sd, "difference"))}`;
  return { response, columns: ["share of variance alone", "with interactions"], rows, note };
}

function added(document: SensitivityDocument, game: NonNullable<SensitivityDocument["capabilities"]>["games"][number]): Movers {
  const { kpi, scenario, baseline } = document;
  const text = (span: Span) => written(span, kpi.unit, scenario.currency, "difference");
  const plain = ({ mean }: Span) => meanText({ mean, low: null, high: null }, kpi.unit, scenario.currency, "difference");
  const rows = ranked(game.players, ({ adds }) => size(adds.mean)).map(({ item: { name, adds, share, alone, last }, row }) => ({
    name,
    row,
    cells: [text(adds), share === null ? "–" : meanText({ mean: share, low: null, high: null }, "share", ""), plain(alone), plain(last)],
  }));
  const how =
    game.orders === null
      ? `exact, from all ${game.coalitions} combinations`
      : `from ${game.orders} orders drawn, ${game.coalitions} combinations`;
  const note = game.players.length === 0 ? "they do not differ" : `${text(game.uplift)} in all; ${how}`;
  return { response: { strategy: game.strategy, less: baseline }, columns: ["adds", "share", "alone", "last"], rows, note };
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

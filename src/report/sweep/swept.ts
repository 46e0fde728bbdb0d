/** Differences of a sweep as charts take them: one strategy against the baseline, by point. */

import type { KpiDescription, SweepDocument } from "../../kpi/index.ts";
import { listed } from "../sections/parts.ts";
import { intervalText, meanText } from "../text/numbers.ts";

/** A difference at a point, in the unit of the axis. */
export interface SweptPoint {
  readonly row: number;
  readonly places: readonly number[];
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Values of the parameters as they are written. */
  readonly whereText: string;
  readonly valueText: string;
  readonly intervalText: string;
}

/** One strategy's differences in one KPI. */
export interface Swept {
  readonly document: SweepDocument;
  readonly kpi: KpiDescription;
  readonly strategy: string;
  readonly divide: number;
  readonly points: readonly SweptPoint[];
}

/** A parameter's last name: axes have little room, and the whole path stands in the table. */
export function shortName(path: string): string {
  return path.length <= 44 ? path : `…${path.slice(-43)}`;
}

/** A value of a design as people read it: all its digits stand in sweep.csv. */
export function shownValue(written: string): string {
  const [, number = "", unit = ""] = /^([-+]?[0-9]*\.[0-9]+)(\D*)$/u.exec(written) ?? [];
  if (number === "") return written;
  const digits = Math.max(4, String(Math.trunc(Math.abs(Number(number)))).length + 2);
  return `${Number(Number(number).toPrecision(digits))}${unit}`;
}

/** The unit in which a parameter is written, behind a number; empty for lists and plain numbers. */
export function unitOf({ values, kind }: SweepDocument["parameters"][number]): string {
  return kind === "list" ? "" : (values[0] ?? "").replace(/^[-+.0-9e]+/u, "");
}

/** Where strategies break even on the only parameter that varies: `offer.grossMargin = 55.9%`. */
export function breakEvenText(parameter: SweepDocument["parameters"][number], at: readonly (readonly number[])[]): string {
  const places = at.map(([place]) => String(Number((place ?? 0).toPrecision(4))));
  return `${parameter.path} = ${listed(places)}${unitOf(parameter)}`;
}

/** What stands at the axis of a parameter. */
export function axisName(parameter: SweepDocument["parameters"][number]): string {
  const unit = unitOf(parameter);
  return unit === "" ? shortName(parameter.path) : `${shortName(parameter.path)} (${unit})`;
}

export function differencesOf(document: SweepDocument, kpi: KpiDescription, strategy: string, divide: number): Swept {
  const { currency } = document.scenario;
  const points = document.points.flatMap(({ values, places, differences }, row): SweptPoint[] => {
    const difference = differences.find((one) => one.strategy === strategy)?.kpis[kpi.id]?.difference;
    if (difference === undefined || difference.mean === null) return [];
    return [
      {
        row,
        places,
        value: difference.mean / divide,
        low: difference.low === null ? null : difference.low / divide,
        high: difference.high === null ? null : difference.high / divide,
        whereText: document.parameters.map(({ path }, axis) => `${shortName(path)} = ${shownValue(values[axis] ?? "")}`).join(", "),
        valueText: meanText(difference, kpi.unit, currency, "difference"),
        intervalText: intervalText(difference, kpi.unit, currency, "difference") ?? "none",
      },
    ];
  });
  return { document, kpi, strategy, divide, points };
}

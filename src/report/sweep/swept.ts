/** Differences of a sweep as charts take them: one strategy against the baseline, by point. */

import type { KpiDescription, SweepDocument } from "../../kpi/index.ts";
import { listed } from "../sections/parts.ts";
import { intervalText, meanText } from "../text/numbers.ts";
import { parameterName, shortParameterName } from "../text/parameter-name.ts";

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

/** The values on both sides of a place, if they are neighbours among whole numbers: there is nothing between them. */
function wholeNeighbours({ points }: SweepDocument, place: number): readonly [number, number] | undefined {
  const places = points.map(({ places: [one = Number.NaN] }) => one);
  const [below, above] = [Math.max(...places.filter((one) => one < place)), Math.min(...places.filter((one) => one > place))];
  return Number.isInteger(below) && above - below === 1 ? [below, above] : undefined;
}

/** Where strategies break even on the only parameter that varies: `at Offer › gross margin = 55.9% (interpolated between points)`. */
export function breakEvenText(
  parameter: SweepDocument["parameters"][number],
  document: SweepDocument,
  at: readonly (readonly number[])[],
): string {
  const name = parameterName(parameter.path);
  const unit = unitOf(parameter);
  const places = at.map(([place = 0]) => place);
  const between = places.map((place) => (unit === "" ? wholeNeighbours(document, place) : undefined));
  const whole = between.flatMap((pair) => (pair === undefined ? [] : [`${pair[0]} and ${pair[1]}`]));
  if (whole.length === places.length) return `between ${name} = ${whole.join(", and between ")}`;
  return `at ${name} = ${listed(places.map((place) => String(Number(place.toPrecision(4)))))}${unit} (interpolated between points)`;
}

/** What stands at the axis of a parameter. */
export function axisName(parameter: SweepDocument["parameters"][number]): string {
  const unit = unitOf(parameter);
  const name = shortParameterName(parameter.path);
  return unit === "" ? name : `${name} (${unit})`;
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
        whereText: document.parameters
          .map(({ path }, axis) => `${shortParameterName(path)} = ${shownValue(values[axis] ?? "")}`)
          .join(", "),
        valueText: meanText(difference, kpi.unit, currency, "difference"),
        intervalText: intervalText(difference, kpi.unit, currency, "difference") ?? "none",
      },
    ];
  });
  return { document, kpi, strategy, divide, points };
}

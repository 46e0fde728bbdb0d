/** The smallest difference worth detecting, as people write it. */

import { JourneybenchError } from "../../errors.ts";
import type { Kpi, KpiUnit } from "../../kpi/index.ts";

/** One percentage point. */
const USUAL_SHARE = 0.01;

const UNITS: Readonly<Partial<Record<KpiUnit, Readonly<Record<string, number>>>>> = {
  share: { "": 1, "%": 0.01, pp: 0.01 },
  change: { "": 1, "%": 0.01, pp: 0.01 },
  s: { "": 1, ms: 0.001, s: 1, m: 60, min: 60, h: 3600, d: 86_400 },
};
const PLAIN: Readonly<Record<string, number>> = { "": 1 };
const EXAMPLES: Readonly<Partial<Record<KpiUnit, string>>> = {
  share: "1pp",
  change: "1pp",
  s: "10s",
  money: "500 (in the scenario's currency)",
};
const QUANTITY = /^([0-9]+(?:\.[0-9]+)?|\.[0-9]+) ?([a-z%]*)$/u;

export interface Indifference {
  /** In the KPI's unit. */
  readonly value: number;
  readonly isDefault: boolean;
}

/**
 * Reads `500`, `1pp`, `1%`, `30s`: in the unit of the KPI. Left out: one percentage point for shares and changes; there is no such thing
 * for money, times and counts, so that it has to be said.
 *
 * @throws JourneybenchError `usage`
 */
export function indifferenceOf(kpi: Kpi, written: string | undefined): Indifference {
  const units = UNITS[kpi.unit] ?? PLAIN;
  const example = EXAMPLES[kpi.unit] ?? "10";
  if (written === undefined) {
    if (units["pp"] !== undefined) return { value: USUAL_SHARE, isDefault: true };
    throw new JourneybenchError("usage", `Which difference in ${kpi.id} would matter to you?`, {
      hint: `Say it with --indifference, such as ${example}. Smaller differences need more replications: half of it four times as many.`,
    });
  }
  const [, number, unit = ""] = QUANTITY.exec(written.trim()) ?? [];
  const factor = units[unit];
  const value = Number(number) * (factor ?? Number.NaN);
  if (kpi.unit === "share" && value >= 1) {
    throw new JourneybenchError("usage", `--indifference is "${written}", and no two shares differ by more than 100pp.`, {
      hint: `Say which difference would matter, such as ${example}.`,
    });
  }
  if (value > 0 && value < Infinity) return { value, isDefault: false };
  throw new JourneybenchError("usage", `--indifference is "${written}".`, { hint: `Expected a number above zero, such as ${example}.` });
}

/** What a routing policy is loaded with until it breaks: promises, and how far the load goes. */

import { z } from "zod";
import { positive } from "./units.ts";

const NUMBER = String.raw`[0-9]{1,15}(?:\.[0-9]{1,15})?`;
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600, d: 86_400 };
// The channel may hold any sign a name may hold; the bound ends the text, so the last comparison counts.
const PROMISE = new RegExp(`^([a-z][a-z0-9_]*)(?: in (.{1,60}?))? ?(>=|<=|≥|≤) ?(${NUMBER}) ?(%|s|min|m|h|d)?$`);
const A_PROMISE = "a promise such as service_level >= 80%, abandon in phone <= 5% or asa <= 30s";

/** What stands behind the number of a promise. */
export type BoundKind = "share" | "time" | "number";

/** A condition on a KPI, over all channels or in one of them. */
export interface StressPromise {
  readonly kpi: string;
  /** Undefined: over all channels. */
  readonly channel: string | undefined;
  /** Whether the KPI should stay at or above the bound, or at or below it. */
  readonly side: "atLeast" | "atMost";
  /** In the unit of the KPI: shares 0 to 1, times in seconds. */
  readonly bound: number;
  /** How the bound was written. */
  readonly written: BoundKind;
}

function boundOf(amount: string, unit: string | undefined): Pick<StressPromise, "bound" | "written"> {
  if (unit === undefined) return { bound: Number(amount), written: "number" };
  if (unit === "%") return { bound: Number(amount) / 100, written: "share" };
  return { bound: Number(amount) * (UNITS[unit] ?? Number.NaN), written: "time" };
}

/** A promise as it is written: `service_level >= 80%`, `abandon in phone <= 5%`, `asa <= 30s`. */
export const stressPromise = z
  .string({ error: A_PROMISE })
  .regex(PROMISE, { error: A_PROMISE })
  .transform((text): StressPromise => {
    const [, kpi = "", channel, sign = "", amount = "", unit] = PROMISE.exec(text) ?? [];
    return { kpi, channel, side: sign === ">=" || sign === "≥" ? "atLeast" : "atMost", ...boundOf(amount, unit) };
  });

/** How `journeybench stress` loads the scenario; the options of the command take precedence. */
export const stress = z
  .strictObject({
    promises: z
      .array(stressPromise)
      .min(1, { error: "at least one promise" })
      .prefault(["service_level >= 80%", "abandon <= 5%"])
      .describe("Conditions on KPIs, over all channels or in one of them: service_level >= 80%, abandon in phone <= 5%, asa <= 30s."),
    from: positive.prefault(0.5).describe("The least load that is looked at, as a multiple of the scenario's own."),
    to: positive.prefault(3).describe("The greatest load that is looked at, as a multiple of the scenario's own."),
  })
  .refine(({ from, to }) => from < to, { error: "a range that begins below its end" });

/** What holds where a scenario has no part `stress`. */
export const stressDefaults = stress.parse({});

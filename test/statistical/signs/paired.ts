/** Signs of paired differences, judged by 95 % intervals and kept for docs/explanation/validation-signs.md. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import type { Estimate } from "../../support/estimate.ts";

/** Quantiles of Student's t for 95 % intervals, by degrees of freedom from 1. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086,
] as const;

/** How a figure is written: a relative change, percentage points, or a plain number. */
export type Written = "%" | "pp" | "number";

/** A figure with half the width of its 95 % interval, and what was demanded of it. */
export interface SignFigure {
  readonly figure: string;
  readonly mean: number;
  readonly half: number;
  readonly demanded: string;
  readonly written: Written;
}

const folder = new URL("./found/", import.meta.url);

/** Half the width of the 95 % interval of a mean. */
function halfWidth({ se, replications }: Estimate): number {
  return (T[replications - 2] ?? T[19]) * se;
}

/** A figure as the page shows it. */
export function figureText({ mean, half, written }: Pick<SignFigure, "mean" | "half" | "written">): string {
  const [factor, unit] = written === "number" ? [1, ""] : [100, written === "%" ? " %" : " pp"];
  const digits = Math.max(0, Math.min(4, 1 - Math.floor(Math.log10(half * factor))));
  const sign = mean > 0 && written !== "number" ? "+" : "";
  return `${sign}${(mean * factor).toFixed(digits).replace("-", "−")} ± ${(half * factor).toFixed(digits)}${unit}`;
}

/** What the last run with `JB_SIGNS=keep` found, by test. */
export function keptSigns(): ReadonlyMap<string, readonly SignFigure[]> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file.replace(".json", ""), JSON.parse(readFileSync(new URL(file, folder), "utf8")) as SignFigure[]]),
  );
}

/** Collects the figures of one test file. */
export interface Signs {
  /** Demands that the 95 % interval of a mean lies on one side of 0. */
  readonly clearly: (figure: string, found: Estimate, sign: "higher" | "lower", written?: Written) => void;
  /** Demands that it lies within bounds. */
  readonly between: (figure: string, found: Estimate, least: number, most: number, written?: Written) => void;
  /** After all: the page still tells what is found (within twice the interval that is found now). `JB_SIGNS=keep` keeps it anew. */
  readonly keep: () => void;
}

function text(bound: number, written: Written): string {
  return written === "number" ? String(bound) : `${Number((bound * 100).toFixed(2))} ${written}`;
}

/** @param test - names the file in found/ */
export function signsOf(test: string): Signs {
  const found: SignFigure[] = [];
  const note = (figure: string, estimate: Estimate, demanded: string, written: Written): SignFigure => {
    const noted = { figure, mean: estimate.mean, half: halfWidth(estimate), demanded, written };
    found.push(noted);
    if (process.env["JB_FIGURES"] !== undefined) console.log(`${figure}: ${figureText(noted)}`);
    return noted;
  };
  return {
    clearly: (figure, estimate, sign, written = "%") => {
      const noted = note(figure, estimate, sign === "higher" ? "above 0" : "below 0", written);
      const line = `${figure}: ${figureText(noted)}`;
      if (sign === "higher") expect(noted.mean - noted.half, line).toBeGreaterThan(0);
      else expect(noted.mean + noted.half, line).toBeLessThan(0);
    },
    between: (figure, estimate, least, most, written = "%") => {
      const noted = note(figure, estimate, `${text(least, written)} to ${text(most, written)}`, written);
      const line = `${figure}: ${figureText(noted)}`;
      expect(noted.mean - noted.half, line).toBeGreaterThan(least);
      expect(noted.mean + noted.half, line).toBeLessThan(most);
    },
    keep: () => {
      if (process.env["JB_SIGNS"] === "keep" && found.length > 0) {
        mkdirSync(folder, { recursive: true });
        return writeFileSync(new URL(`${test}.json`, folder), `${JSON.stringify(found, undefined, 2)}\n`);
      }
      for (const now of found) {
        const kept = keptSigns()
          .get(test)
          ?.find(({ figure }) => figure === now.figure);
        expect(kept, `${now.figure}: kept by JB_SIGNS=keep`).toBeDefined();
        const away = Math.abs((kept?.mean ?? Number.NaN) - now.mean);
        expect(away, `${now.figure}: docs/explanation/validation-signs.md is old; JB_SIGNS=keep makes it anew`).toBeLessThanOrEqual(
          2 * now.half,
        );
      }
    },
  };
}

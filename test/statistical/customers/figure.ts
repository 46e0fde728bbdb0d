/** Figures of customers with known answers: judged by every run, and kept for docs/explanation/validation-customers.md. */

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { type Estimate, expectExact, z } from "../../support/estimate.ts";

/** A simulated figure beside the exact one. */
export interface CustomerFigure {
  readonly figure: string;
  readonly expected: number;
  readonly simulated: number;
  readonly standardError: number;
  readonly z: number;
}

const folder = new URL("./found/", import.meta.url);

/** Collects the figures of one model. */
export interface Figures {
  /** Demands that a figure is right (within three standard errors) and precise, as {@link expectExact}, and notes it. */
  readonly expect: (figure: string, found: Estimate, exact: number, precision?: number) => void;
  /** After all: keeps what was found, if `JB_VALIDATION=full` asks for it. */
  readonly keep: () => void;
}

/** @param model - names the file in found/ */
export function figuresOf(model: string): Figures {
  const found: CustomerFigure[] = [];
  return {
    expect: (figure, estimate, exact, precision = 0.01) => {
      found.push({ figure, expected: exact, simulated: estimate.mean, standardError: estimate.se, z: z(estimate, exact) });
      expectExact(`${model} ${figure}`, estimate, exact, precision);
    },
    keep: () => {
      if (process.env["JB_VALIDATION"] !== "full") return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL(`${model}.json`, folder), `${JSON.stringify(found, undefined, 2)}\n`);
    },
  };
}

/** What the last full run kept, by model. */
export function keptFigures(): ReadonlyMap<string, readonly CustomerFigure[]> {
  const files = readdirSync(folder).sort();
  return new Map(
    files.map((file) => [file.replace(".json", ""), JSON.parse(readFileSync(new URL(file, folder), "utf8")) as CustomerFigure[]]),
  );
}

/** What the last full run found, kept beside the tests, one file a scenario: docs/explanation/validation.md is made of it. */

import { existsSync, readFileSync } from "node:fs";
import type { Finding } from "./check.ts";

/** A wrong model beside the case's figure. */
export interface Refuted {
  readonly wrong: string;
  readonly finding: Finding;
}

const folder = new URL("./found/", import.meta.url);

function read(name: string): string | undefined {
  const file = new URL(name, folder);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Files, for snapshots. */
export const foundFile = (scenario: string): string => new URL(`${scenario}.json`, folder).pathname;
export const refutedFile = (scenario: string): string => new URL(`${scenario}.refuted.json`, folder).pathname;

/** As it is kept. */
export function written(what: readonly Finding[] | Refuted): string {
  return `${JSON.stringify(what, undefined, 2)}\n`;
}

/** The figures of a scenario, or undefined if no full run was made since it is there. */
export function foundOf(scenario: string): Finding[] | undefined {
  const text = read(`${scenario}.json`);
  return text === undefined ? undefined : (JSON.parse(text) as Finding[]);
}

export function refutedOf(scenario: string): Refuted | undefined {
  const text = read(`${scenario}.refuted.json`);
  return text === undefined ? undefined : (JSON.parse(text) as Refuted);
}

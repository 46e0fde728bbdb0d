/** The cases of attribution with known answers (test/data/attribution.json). */

import { readFileSync } from "node:fs";

interface AttributionCase {
  readonly id: string;
  readonly params: { readonly paths?: readonly { path: string; conv: number }[]; readonly v?: Readonly<Record<string, number>> };
  readonly expected: Readonly<Record<string, { readonly value: unknown }>>;
}

const { cases } = JSON.parse(readFileSync(new URL("../../data/attribution.json", import.meta.url), "utf8")) as {
  readonly cases: readonly AttributionCase[];
};

export function attributionCase(id: string): AttributionCase {
  return cases.find((one) => one.id === id)!;
}

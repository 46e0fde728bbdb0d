/** Whatever is wrong with a value, the error speaks to people: never in zod's own words, never with a regular expression. */

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { journeyVocabulary } from "../../../src/journey/index.ts";
import { mistakesIn } from "../../../src/scenario/index.ts";
import { scenarioSchema } from "../../../src/scenario/schema/index.ts";

const NOTHING = [undefined, null, true, false, 10n, Symbol("s"), new Date(0)];
const TEXTS = ["", " ", "2", "-1", "2.5", "120%", "abc", "a\nb", "x".repeat(200), "5 parsecs", "-3h", "always ", "0s"];
const NUMBERS = [-1, 0, 0.5, 1.4, 1.5, 1e6, 2 ** 53, -(2 ** 53), 1e15, 1e300, Number.NaN, Number.POSITIVE_INFINITY];
const LISTS = [[], [1], [null], ["", ""], Array.from({ length: 1001 }, () => -1)];
const MAPS = [{}, { a: 1 }, { "": 1 }, { "a\nb": 1 }, { mon: "9-5" }, { fri: {} }, { mon: { "9-5": 1 } }, { mon: { "09:00-10:00": "x" } }];
const DISTRIBUTIONS = [
  { discrete: [] },
  { discrete: [{ value: 1, weight: 0 }] },
  { empirical: [] },
  { exponential: { mean: "0s" } },
  { uniform: { low: 2, high: 1 } },
  { deterministic: "2" },
  { lognormal: 3 },
];
const WRONG: readonly unknown[] = [...NOTHING, ...TEXTS, ...NUMBERS, ...LISTS, ...MAPS, ...DISTRIBUTIONS];
/** More entries than any map may have. */
const CROWD = Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`k${n}`, {}]));

type Definition = z.core.$ZodTypes["_zod"]["def"];

/** The schemas directly inside another. */
function inner(schema: z.core.$ZodType): (readonly [string, z.core.$ZodType])[] {
  const def: Definition = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case "object":
      return Object.entries(def.shape);
    case "record":
      return [
        ["<key>", def.keyType],
        ["<name>", def.valueType],
      ];
    case "array":
      return [["[]", def.element]];
    case "union":
      return def.options.map((option, n) => [`|${n}`, option]);
    case "pipe":
      return [["", def.in]];
    case "optional":
    case "prefault":
    case "default":
    case "nullable":
    case "readonly":
      return [["", def.innerType]];
    default:
      return [];
  }
}

/** All schemas inside a schema, each once, by the first place where it stands. */
function everySchema(root: z.core.$ZodType, place: string, all = new Map<z.core.$ZodType, string>()): Map<z.core.$ZodType, string> {
  if (all.has(root)) return all;
  all.set(root, place);
  for (const [key, schema] of inner(root)) everySchema(schema, key === "" ? place : `${place}.${key}`, all);
  return all;
}

/** The beginnings and turns of zod's own sentences, and what regular expressions are made of. */
const NOT_FOR_PEOPLE = /^invalid|must (?:match|be|start|end|include)|pattern|expected (?:\w+ to|\w+,)|too (?:big|small)|^unrecogni[sz]ed|multiple of|\(\?|\\|\[\^|\/\^|^$/i;

/** What errors say that people should not have to read, and where. */
function badWords(root: z.core.$ZodType, place: string): string[] {
  const found = new Set<string>();
  for (const [schema, at] of everySchema(root, place)) {
    const isMap = (schema as z.core.$ZodTypes)._zod.def.type === "record";
    for (const value of isMap ? [...WRONG, CROWD] : WRONG) {
      for (const { expected } of mistakesIn(schema as z.ZodType, value)) if (NOT_FOR_PEOPLE.test(expected)) found.add(`${at}: ${expected}`);
    }
  }
  return [...found];
}

describe("what a wrong value is told to be", () => {
  it("is in plain words everywhere in a scenario", { timeout: 60_000 }, () => {
    expect(everySchema(scenarioSchema, "").size).toBeGreaterThan(500);
    expect(badWords(scenarioSchema, "scenario")).toEqual([]);
  });

  it("is in plain words everywhere in the params of a journey's words", () => {
    const { actions, guards, delays } = journeyVocabulary;
    const words = Object.entries({ ...actions, ...guards, ...delays }).flatMap(([name, word]) =>
      "params" in word ? [[name, word.params] as const] : [],
    );
    expect(words.length).toBeGreaterThan(5);
    expect(words.flatMap(([name, params]) => badWords(params, name))).toEqual([]);
  });

  it("says how a share is written where it is a number in quotes", () => {
    expect(mistakesIn(journeyVocabulary.guards.chance.params, { name: "a", probability: "2" })).toEqual([
      { path: ["probability"], at: "value", expected: "a share such as 0.25 or 25%", found: '"2"' },
    ]);
  });
});

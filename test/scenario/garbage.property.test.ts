/** Whatever a file holds, it is a scenario or a JourneybenchError with places: nothing else ever comes out. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { formatError, JourneybenchError } from "../../src/errors.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import { isMap } from "../../src/scenario/value.ts";
import { whole } from "./texts.ts";

function survives(text: string, format: "yaml" | "json"): void {
  try {
    const { scenario, resolved } = parseScenario(text, { fileName: "garbage", format });
    expect(parseScenario(resolved, { fileName: "again" }).scenario).toEqual(scenario);
  } catch (error) {
    expect(error).toBeInstanceOf(JourneybenchError);
    const { problems } = error as JourneybenchError;
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ line = 0, column = 0 }) => line >= 1 && column >= 1)).toBe(true);
    expect(formatError(error)).not.toContain("[object Object]");
  }
}

/** Every path to a value of the whole scenario. */
function pathsOf(value: unknown): string[][] {
  if (!isMap(value)) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, item]) => pathsOf(item).map((path) => [key, ...path]))];
}

function exchanged(value: unknown, [key, ...rest]: readonly string[], garbage: unknown): unknown {
  if (key === undefined) return garbage;
  return isMap(value) ? { ...value, [key]: exchanged(value[key], rest, garbage) } : value;
}

const wholeValue: unknown = parse(whole);
const key = fc.oneof(fc.constantFrom("__proto__", "constructor", "toString", "channels", "mean", "phone"), fc.string());
const garbage = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -1, 1e308, Number.NaN, Infinity, "6m", "25%", "always", "1/h", "", "x", 6),
    fc.string(),
    fc.double(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4 }),
  ),
})).value;

describe("garbage", () => {
  it("as text is survived", () => {
    fc.assert(
      fc.property(
        fc.string({
          maxLength: 200,
          unit: fc.oneof(
            fc.constantFrom("\n", "  ", ": ", "- ", "{", "}", "[", "]", "#", "*a", "&a", "?", "|", "\t", "!!", '"', "name"),
            fc.string({ maxLength: 1 }),
          ),
        }),
        (text) => survives(text, "yaml"),
      ),
      { numRuns: 1500 },
    );
  });

  it("as YAML or JSON values is survived", () => {
    fc.assert(
      fc.property(garbage, (value) => {
        survives(stringify(value), "yaml");
        survives(JSON.stringify(value) ?? "", "json");
      }),
      { numRuns: 500 },
    );
  });

  it("in the place of any value of a good scenario is survived", () => {
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(wholeValue)), garbage, (path, value) =>
        survives(stringify(exchanged(wholeValue, path, value)), "yaml"),
      ),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { evenPlaces, parseRange, valueAt } from "../../../src/experiment/design/range.ts";
import { scenarioValue, withValues } from "../../../src/experiment/design/scenario-value.ts";
import { tiny } from "../../support/tiny.ts";

const loaded = tiny();

describe("a value of a scenario", () => {
  it("is found by its path, defaults included", () => {
    expect(scenarioValue(loaded, "needs.inertia")).toEqual({ path: ["needs", "inertia"], value: 0.8 });
    expect(scenarioValue(loaded, "experience.reference").value).toBe(0.8);
  });

  it("that is misspelt is refused with the nearest name", () => {
    expect(() => scenarioValue(loaded, "needs.inertai")).toThrow(
      expect.objectContaining({ code: "bad-input", hint: expect.stringContaining('Did you mean "needs.inertia"?') }),
    );
    expect(() => scenarioValue(loaded, "needs.inertia.more")).toThrow(/no "more"/);
  });

  it("can be another one, and nothing else changes", () => {
    const varied = withValues(loaded, [{ path: ["needs", "inertia"], value: 1.5 }]);
    expect(varied.needs?.inertia).toBe(1.5);
    expect({ ...varied, needs: null }).toEqual({ ...loaded.scenario, needs: null });
  });

  it("that the scenario cannot have is refused with its path", () => {
    expect(() => withValues(loaded, [{ path: ["needs", "goesOn"], value: 2 }])).toThrow(/needs\.goesOn = 2/);
  });
});

describe("a range", () => {
  it("goes from end to end, with its unit", () => {
    const range = parseRange(loaded, "needs.goesOn=50%..90%");
    expect([0, 0.5, 1].map((place) => valueAt(range, place).value)).toEqual(["50%", "70%", "90%"]);
    expect(parseRange(loaded, "needs.goesOn=50..90%").values).toEqual(range.values);
    expect(evenPlaces(range, 3)).toEqual([0, 0.5, 1]);
  });

  it("of something that is counted takes whole numbers only, all of them", () => {
    const [group = ""] = Object.keys(loaded.scenario.service?.groups ?? {});
    const range = parseRange(loaded, `service.groups.${group}.agents=1..4`);
    expect(evenPlaces(range, 9).map((place) => valueAt(range, place).value)).toEqual([1, 2, 3, 4]);
    expect(evenPlaces(range, 2).map((place) => valueAt(range, place).value)).toEqual([1, 4]);
    expect([0, 0.24, 0.26, 0.999, 1].map((place) => valueAt(range, place).value)).toEqual([1, 1, 2, 4, 4]);
  });

  it("may be a list", () => {
    const range = parseRange(loaded, "strategies.omnichannel.sharedHistory=true,false");
    expect(evenPlaces(range, 5).map((place) => valueAt(range, place).value)).toEqual([true, false]);
  });

  it.each([
    ["needs.goesOn", /no "="/],
    ["needs=1..2", /not a value/],
    ["needs.goesOn=90%..50%", /less than/],
    ["needs.goesOn=0.5..2", /goesOn = 2/],
    ["needs.goesOn=a..b", /no two numbers/],
    ["needs.goesOn=0.5", /two values/],
    ["seed=a,b", /same at all points/],
    ["replications=2..9", /same at all points/],
    ["confidence=0.8..0.9", /same at all points/],
    ["needs.goOn=0.1..0.2", /no "goOn"/],
  ])("%s is refused", (written, message) => {
    expect(() => parseRange(loaded, written)).toThrow(message);
  });
});

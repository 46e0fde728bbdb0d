/** The SCXML fixtures of SCION and the W3C: where XState passes them, the tables are equal or the compiler refuses with a reason. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Untranslated } from "./data-model.ts";
import type { Fixture } from "./fixtures.ts";
import { eventNames, readFixtures, withScript } from "./fixtures.ts";
import { compareFixture } from "./lockstep.ts";
import type { Outcome } from "./page.ts";
import { conformancePage, tally } from "./page.ts";
import { play } from "./player.ts";

const root = new URL("../../../", import.meta.url);

function outcomeOf(fixture: Fixture): Outcome {
  try {
    const reason = play(fixture);
    if (reason !== undefined) return { fixture, failure: { translated: true, reason }, verdict: undefined };
  } catch (error) {
    if (!(error instanceof Untranslated)) throw error;
    return { fixture, failure: { translated: false, reason: error.message }, verdict: undefined };
  }
  return { fixture, failure: undefined, verdict: compareFixture(fixture) };
}

function versions(): Record<string, string> {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as Record<
    string,
    Record<string, string>
  >;
  return { ...dependencies, ...devDependencies };
}

const fixtures = readFixtures();
const outcomes = fixtures.map(outcomeOf);

describe("the fixtures of SCXML:", () => {
  it("all are found, and XState itself passes most of them", () => {
    expect(fixtures).toHaveLength(316);
    expect(tally(outcomes).passed).toBe(269);
  });

  it("the tables never differ from XState", () => {
    const different = outcomes.flatMap(({ fixture, verdict }) =>
      verdict?.result === "different" ? [`${fixture.folder}/${fixture.name}: ${verdict.difference}`] : [],
    );
    expect(different).toEqual([]);
  });

  it("at least 150 are equal, and every other one that XState passes is refused or stops with a reason", () => {
    const { passed, equal, refused, stopped } = tally(outcomes);
    expect(equal).toBeGreaterThanOrEqual(150);
    expect(equal + refused + stopped).toBe(passed);
  });

  it("only these stop while they run: a field that becomes an object, and a timer raised twice", () => {
    const stops = outcomes.flatMap(({ fixture, verdict }) => (verdict?.result === "stopped" ? [[fixture.name, verdict.error]] : []));
    expect(stops).toEqual([
      ["test452", expect.stringContaining('assign to "foo" expects a number, found')],
      ["test579", expect.stringContaining('"timeout" is raised again while it is still pending')],
    ]);
  });

  it("the equal ones stay equal under scripts that nobody wrote", () => {
    const lost = outcomes.flatMap(({ fixture, verdict }) => {
      const names = eventNames(fixture);
      if (verdict?.result !== "equal" || names.length === 0) return [];
      const step = fc.record({ after: fc.constantFrom(0, 0, 0, 5, 500, 1000), event: fc.constantFrom(...names) });
      const scripts = fc.sample(fc.array(step, { minLength: 10, maxLength: 20 }), { seed: 20_261_122, numRuns: 4 });
      const verdicts = scripts.map((script) => compareFixture(withScript(fixture, script)));
      return verdicts.filter(({ result }) => result !== "equal").map((other) => [fixture.name, other]);
    });
    expect(lost).toEqual([]);
  });

  it("every refusal says what, where and what to do instead", () => {
    const refusals = outcomes.flatMap(({ verdict }) => (verdict?.result === "refused" ? [verdict.refusals] : []));
    for (const reasons of refusals) {
      expect(reasons.length).toBeGreaterThan(0);
      for (const { feature, state, hint } of reasons) expect([feature, state, hint].every((text) => text.trim() !== "")).toBe(true);
    }
  });

  it("docs/reference/scxml-conformance.md is up to date", async () => {
    await expect(conformancePage(outcomes, versions())).toMatchFileSnapshot(new URL("docs/reference/scxml-conformance.md", root).pathname);
  });
});

describe("the comparison notices", () => {
  const fixtureOf = (xml: string): Fixture => {
    const some = fixtures[0];
    if (some === undefined) throw new Error("no fixtures");
    return withScript({ ...some, xml }, [
      { after: 0, event: "t" },
      { after: 10, event: "t" },
    ]);
  };
  const scxml = (body: string): Fixture => fixtureOf(`<scxml><datamodel><data id="x" expr="1"/></datamodel>${body}</scxml>`);
  const right = scxml(
    `<state id="a"><transition event="t" target="b"><assign location="x" expr="x + 1"/></transition></state><state id="b"><onentry><send event="s" delay="5s"/></onentry></state>`,
  );

  it.each([
    [
      "another state",
      `<state id="a"><transition event="t" target="c"><assign location="x" expr="x + 1"/></transition></state><state id="b"/><state id="c"/>`,
    ],
    [
      "another context",
      `<state id="a"><transition event="t" target="b"><assign location="x" expr="x + 2"/></transition></state><state id="b"><onentry><send event="s" delay="5s"/></onentry></state>`,
    ],
    [
      "another timer",
      `<state id="a"><transition event="t" target="b"><assign location="x" expr="x + 1"/></transition></state><state id="b"><onentry><send event="s" delay="6s"/></onentry></state>`,
    ],
    [
      "another order of actions",
      `<state id="a"><transition event="t" target="b"><assign location="x" expr="x + 1"/></transition></state><state id="b"><onentry><log expr="x"/><send event="s" delay="5s"/></onentry></state>`,
    ],
  ])("%s", (_what, body) => {
    expect(compareFixture(right).result).toBe("equal");
    expect(compareFixture(right, scxml(body)).result).toBe("different");
  });
});

/** Routing policies with params, as a scenario writes them. */

import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/scenario/index.ts";
import { centreWith, wrong } from "./texts.ts";

const PLAIN = "plain: { routing: one-queue }";
const routingOf = (written: string) =>
  parseScenario(centreWith(PLAIN, `plain: { routing: ${written} }`), { fileName: "shop.yaml" }).scenario.strategies["plain"]?.routing;

describe("the order of service of one queue", () => {
  it("may be left out", () => {
    for (const written of ["one-queue", "{ one-queue: {} }"]) expect(routingOf(written)).toEqual({ policy: "one-queue", params: {} });
  });

  it("is one of three", () => {
    for (const order of ["first-come", "last-come", "random"]) {
      expect(routingOf(`{ one-queue: { order: ${order} } }`)).toEqual({ policy: "one-queue", params: { order } });
    }
  });

  it.each([
    ["{ one-queue: { order: randm } }", 'order: expected first-come, last-come or random, found "randm"'],
    ["{ one-queue: { ordr: random } }", 'found the key "ordr". Did you mean "order"?'],
    ["{ one-que: { order: random } }", 'found the key "one-que". Did you mean "one-queue"?'],
    ["{ fastest-first: { order: random } }", 'order: expected fastest or slowest, found "random"'],
  ])("%s is refused", (written, message) => {
    const lines = wrong(PLAIN, `plain: { routing: ${written} }`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(message);
  });
});

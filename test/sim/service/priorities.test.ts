/** Priority classes, and contacts that rise while they wait. */

import { describe, expect, it } from "vitest";
import { comingAt, ENDLESS, story } from "./story.ts";

/** One agent; a call of the first class every two minutes from the start, one of the second after a minute. */
function order(ageing?: string): string[] {
  const lines = story({
    service: {
      topics: { first: { priority: 1 }, second: { priority: 2, ...(ageing === undefined ? {} : { ageing }) } },
      patience: { phone: ENDLESS, chat: ENDLESS },
      arrivals: { a: comingAt("phone", [0, 2, 4, 6], { topic: "first" }), b: comingAt("phone", [1, 3], { topic: "second" }) },
    },
  });
  return lines.filter((line) => line.includes("answered")).map((line) => line.replace(" answered by 0", ""));
}

describe("priority classes", () => {
  it("are served one after the other, each in the order of arrival", () => {
    expect(order()).toEqual(["0 a 1", "10 a 2", "20 a 3", "30 a 4", "40 b 1", "50 b 2"]);
  });

  it("are left upwards by who ages: equal in class, the longest waiting comes first", () => {
    // At 20 the first of the second class has waited 19 minutes, at 30 the second has waited 27.
    expect(order("15m")).toEqual(["0 a 1", "10 a 2", "20 b 1", "30 b 2", "40 a 3", "50 a 4"]);
  });

  it("may be left for one above the first", () => {
    // At 10 nine minutes are three classes: before the first class, which has waited as long but does not age.
    expect(order("3m")).toEqual(["0 a 1", "10 b 1", "20 b 2", "30 a 2", "40 a 3", "50 a 4"]);
  });
});

/** What contextual routing is worth when all agents can do everything: Smith & Whitt 1981. */

import { describe, expect, it } from "vitest";
import { ENDLESS } from "../support/contact-centre.ts";
import { expectExact, ratio } from "../support/estimate.ts";
import { compared, planOf, sumsOf } from "../support/runs.ts";

const NAMES = ["a", "b", "c", "d"] as const;
const byName = <T>(value: (name: string) => T) => Object.fromEntries(NAMES.map((name) => [name, value(name)]));

describe("four channels with one agent each, 80 % busy", () => {
  // Validation case cc-044: four M/M/1 wait 4 service times, one M/M/4 waits 0.7455.
  const plan = planOf({
    history: "2d",
    horizon: "30d",
    channels: byName(() => ({ kind: "live", can: ["serve"] }) as const),
    service: {
      firstContactResolution: 1,
      handling: byName(() => ({ exponential: { mean: "1min" } })),
      patience: byName(() => ENDLESS),
      groups: byName((name) => ({ agents: 1, home: [name], skills: byName(() => ({})) })),
      arrivals: byName((name) => ({ channel: name, rate: "48/h" })),
    },
    strategies: { siloed: {}, pooled: { contextualRouting: true } },
  });
  const runs = Array.from({ length: 6 }, (_, replication) => compared(plan, ["siloed", "pooled"], replication));
  const wait = (index: number) =>
    ratio(
      runs.map((outcomes) => {
        const outcome = outcomes[index];
        if (outcome === undefined) throw new Error("an outcome is missing");
        const s = sumsOf(plan, outcome);
        return [s("waitMs") / 60_000, s("contactsAnswered")];
      }),
    );

  it("wait like four M/M/1 under siloed routing", () => expectExact("cc-044 siloed", wait(0), 4, 0.03));
  it("wait like one M/M/4 under contextual routing", () => expectExact("cc-044 pooled", wait(1), 0.7455405897342555, 0.02));
  it("gain the published factor of 5.4", () => expect(wait(0).mean / wait(1).mean).toBeCloseTo(5.365, 0));
});

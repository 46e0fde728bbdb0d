/** Value-based routing of modelled customers. */

import { describe, expect, it } from "vitest";
import { actorKind } from "../../../src/sim/core/index.ts";
import { planOf, type Written } from "../../support/runs.ts";
import { liveThrough } from "../../support/worlds.ts";
import { ENDLESS, minutes } from "./story.ts";

/** People who call about every purchase; an agent comes when all of them wait. */
const people: Written = {
  horizon: "3d",
  channels: { shop: { kind: "in-person", can: ["sell"], conversion: { new: 1, returning: 1 } }, phone: { kind: "live", can: ["serve"] } },
  segments: { people: { size: 60 } },
  needs: { r: 1, alpha: "100y", timeBetweenVisits: { deterministic: "0s" }, activeHours: "always" },
  offer: {},
  service: {
    problems: 1,
    timeToProblem: { deterministic: "1h" },
    handling: { phone: minutes(1) },
    patience: { phone: ENDLESS },
    firstContactResolution: 1,
    groups: { phone: { agents: 1, hours: { tue: "00:00-24:00" }, home: ["phone"] } },
  },
  strategies: { multichannel: {}, valued: { routing: "value-based" }, queue: { routing: "one-queue" } },
  baseline: "multichannel",
};

/** What customers have been worth, in the order in which they are answered. */
function values(strategy: string): number[] {
  const found: number[] = [];
  liveThrough(planOf({ ...people, baseline: strategy }), {
    strategy,
    watch: ({ core, service, contactJourney }) => {
      const note = core.note.bind(core);
      core.note = (kind, entity, what) => {
        if (kind === actorKind.contact && what === contactJourney?.eventCodes["ANSWERED"])
          found.push(service?.view.valueOf(entity) ?? Number.NaN);
        note(kind, entity, what);
      };
    },
  });
  return found;
}

describe("value-based routing", () => {
  it("answers those who have been worth most first", () => {
    const answered = values("valued");
    expect(answered.length).toBe(60);
    expect(new Set(answered).size).toBeGreaterThan(30);
    expect(answered).toEqual(answered.toSorted((a, b) => b - a));
  });

  it("answers the same people as one queue, which takes them in another order", () => {
    const queued = values("queue");
    expect(queued).not.toEqual(values("valued"));
    expect(queued.toSorted((a, b) => b - a)).toEqual(values("valued"));
  });
});

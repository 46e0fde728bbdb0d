import { describe, expect, it } from "vitest";
import { JourneybenchError } from "../../../src/errors.ts";
import { knockOutOf } from "../../../src/experiment/stress/knock-out.ts";
import { scenarioSchema } from "../../../src/scenario/index.ts";

const scenario = scenarioSchema.parse({
  name: "desk",
  horizon: "7d",
  channels: { phone: { kind: "live", can: ["serve"] }, "live chat": { kind: "live", can: ["serve"] } },
  service: { groups: { "team at 50% for 2h": { agents: 3, home: ["phone"], site: "north" }, writers: { agents: 2, home: ["live chat"] } } },
});

function refused(text: string, in_ = scenario): JourneybenchError {
  try {
    knockOutOf(text, in_);
  } catch (error) {
    if (error instanceof JourneybenchError) return error;
    throw error;
  }
  throw new Error(`"${text}" was not refused`);
}

describe("a knock-out", () => {
  it("says what fails, when and for how long", () => {
    expect(knockOutOf("group=writers 50% at 2d for 4h", scenario)).toEqual({
      text: "group=writers 50% at 2d for 4h",
      disruption: { at: 172_800, for: 14_400, group: "writers", missing: 0.5 },
      from: 172_800,
      to: 187_200,
    });
    expect(knockOutOf("channel=live chat at 36h for 30m", scenario).disruption).toEqual({ at: 129_600, for: 1800, channel: "live chat" });
    expect(knockOutOf("site=north at 0s for 1d", scenario).disruption).toEqual({ at: 0, for: 86_400, site: "north" });
  });

  it("takes a name that looks like the rest of it", () => {
    expect(knockOutOf("group=team at 50% for 2h 20% at 1d for 2h", scenario).disruption).toMatchObject({
      group: "team at 50% for 2h",
      missing: 0.2,
    });
  });

  it.each([
    ["half the team on Monday", "is not one"],
    ["team=writers at 1d for 2h", "is not one"],
    ["group=writers at 1d", "is not one"],
    ["group=writers at 1 for 2", "is not one"],
    ["channel=phone 50% at 1d for 2h", "down as a whole"],
    ["group=writers 120% at 1d for 2h", "more than all"],
    ["group=writers at 6d for 2d", "ends after the run"],
    ["group=writers at 1d for 0h", '"for" needs a duration above zero.'],
  ])("that cannot be is refused: %s", (text, reason) => {
    const error = refused(text);
    expect(error.code).toBe("usage");
    expect(error.message).toContain(reason);
    expect(error.hint).toMatch(/\w/);
  });

  it("of an unknown group, channel or site names the nearest known one", () => {
    expect(refused("group=writer at 1d for 2h").message).toContain('Did you mean "writers"?');
    expect(refused("channel=phne at 1d for 2h").message).toContain('Did you mean "phone"?');
    expect(refused("site=south at 1d for 2h").hint).toBe("Sites here: north.");
  });

  it("in the history is refused: strategies have not started", () => {
    const late = scenarioSchema.parse({
      ...JSON.parse(JSON.stringify({ name: "late", history: "30d", horizon: "7d" })),
      service: { groups: { team: { agents: 1, home: ["phone"] } } },
    });
    expect(refused("group=team at 2d for 1h", late).message).toContain("begins in the history");
  });
});

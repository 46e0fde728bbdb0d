import { describe, expect, it } from "vitest";
import { courseCalendar } from "../../../src/experiment/stress/course-calendar.ts";
import { planScenario, replicate } from "../../../src/sim/index.ts";
import { tiny } from "../../support/tiny.ts";

describe("a run told in short steps", () => {
  it("has periods of the step from its beginning on, and one for what lies before", () => {
    expect(courseCalendar({ history: 0, horizon: 100 }, { from: 0, step: 30 })).toEqual({
      ends: [30, 60, 90, 100],
      adoptionMonth: 0,
      years: [],
    });
    expect(courseCalendar({ history: 50, horizon: 100 }, { from: 90, step: 30 })).toEqual({
      ends: [50, 90, 120, 150],
      adoptionMonth: 1,
      years: [],
    });
    expect(courseCalendar({ history: 50, horizon: 60 }, { from: 50, step: 30 })).toEqual({
      ends: [50, 80, 110],
      adoptionMonth: 1,
      years: [],
    });
  });

  it("happens exactly as when it is told by months", () => {
    const { scenario } = tiny();
    const plan = planScenario(scenario);
    const steps = { ...plan, calendar: courseCalendar(scenario, { from: scenario.history + 86_400, step: 7 * 86_400 }) };
    const [byMonths, bySteps] = [plan, steps].map(
      (one) => replicate({ plan: one, strategies: ["omnichannel"], replication: 0, executor: "compiled" })[0],
    );
    expect(bySteps?.digest).toBe(byMonths?.digest);
    expect(bySteps?.events).toBe(byMonths?.events);
  });
});

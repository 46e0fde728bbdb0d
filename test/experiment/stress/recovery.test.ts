import { describe, expect, it } from "vitest";
import { type Moment, recoveryOf } from "../../../src/experiment/stress/recovery.ts";
import { normal, uniforms } from "./synthetic.ts";

const HOUR = 3600;
const outage = { from: 10 * HOUR, to: 12 * HOUR, band: 0.05 };
const times = Array.from({ length: 6 * 30 }, (_, index) => index * 600);

/** A KPI that falls by 0.4 in the outage and comes back exponentially, with a time constant per replication. */
function courses(timeConstants: readonly number[]): Moment[] {
  const drop = (time: number, constant: number) => (time <= outage.from ? 0 : 0.4 * Math.exp(-Math.max(0, time - outage.to) / constant));
  return times.map((time) => ({
    time,
    disturbed: (leaveOut) => {
      const kept = timeConstants.filter((_, j) => j !== leaveOut);
      return 0.9 - kept.reduce((sum, constant) => sum + drop(time, constant), 0) / kept.length;
    },
    undisturbed: () => 0.9,
  }));
}

describe("the recovery from an outage", () => {
  it("takes as long as the KPI needs to come back to its band", () => {
    const { seconds, worst } = recoveryOf(courses([HOUR, HOUR]), outage, 2, 0.95);
    expect(Math.abs((seconds ?? 0) - HOUR * Math.log(0.4 / 0.05))).toBeLessThan(60);
    expect(worst).toBeCloseTo(0.4, 10);
  });

  it("has an interval that covers the true time", () => {
    // Slower and faster replications: the mean course is what recovers, by numerical integration after 7,512 s.
    const uniform = uniforms(3);
    let covered = 0;
    for (let study = 0; study < 200; study++) {
      const constants = Array.from({ length: 10 }, () => HOUR * (1 + 0.2 * normal(uniform)));
      const { low, high } = recoveryOf(courses(constants), outage, 10, 0.95);
      if ((low ?? Infinity) <= 7512 && 7512 <= (high ?? -Infinity)) covered++;
    }
    // Three standard errors of a share of 95 % over 200 studies are 4.6 points.
    expect(covered / 200).toBeGreaterThan(0.904);
  });

  it("is not dated before a relapse", () => {
    const relapse = courses([HOUR, HOUR]).map((moment) => ({
      ...moment,
      disturbed: (leaveOut: number | null) => (moment.time === 15 * HOUR ? 0.5 : moment.disturbed(leaveOut)),
    }));
    const { seconds } = recoveryOf(relapse, outage, 2, 0.95);
    expect(seconds).toBeGreaterThan(3 * HOUR);
  });

  it("is nothing when the KPI never leaves its band", () => {
    expect(recoveryOf(courses([HOUR, HOUR]), { ...outage, band: 0.5 }, 2, 0.95)).toMatchObject({
      seconds: 0,
      reason: "it never left the band",
    });
  });

  it("is censored when the KPI does not come back in time", () => {
    const { seconds, reason } = recoveryOf(courses([100 * HOUR, 100 * HOUR]), outage, 2, 0.95);
    expect(seconds).toBeNull();
    expect(reason).toBe("not back within 17.8 h after the outage");
  });

  it("goes on over hours in which nobody comes", () => {
    const closed = courses([HOUR, HOUR]).map((moment) => ({
      ...moment,
      disturbed: (leaveOut: number | null) => (moment.time > 13 * HOUR && moment.time < 20 * HOUR ? null : moment.disturbed(leaveOut)),
    }));
    const { seconds } = recoveryOf(closed, outage, 2, 0.95);
    expect(seconds).toBeGreaterThan(HOUR);
    expect(seconds).toBeLessThan(8 * HOUR);
  });

  it("has no interval from one replication", () => {
    expect(recoveryOf(courses([HOUR]), outage, 1, 0.95)).toMatchObject({
      low: null,
      high: null,
      reason: "one replication gives no interval",
    });
  });
});

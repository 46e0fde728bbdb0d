import { describe, expect, it } from "vitest";
import { type ServiceResult, summariseService, thresholds } from "../../../src/kpi/index.ts";
import { serviceResult } from "../../../src/kpi/service/service-result.ts";
import { ServiceRecord } from "../../../src/sim/service/record/index.ts";

const names = { channels: ["phone", "chat"], topics: ["sales", "support"], groups: [{ name: "team", atOnce: 2 }] };
const PHONE_SALES = 0;
const PHONE_SUPPORT = 1;

/** What a replication tells its record; times are the seconds since it began. */
type Script = (record: ServiceRecord, clock: { now: number }) => void;

function recordOf(script: Script, begin = 0): Float64Array {
  const clock = { now: begin };
  const record = new ServiceRecord(clock, { types: 4, groups: 1 });
  script(record, clock);
  return record.cells();
}

/** Somebody joins, waits, and is answered. */
function answered(record: ServiceRecord, clock: { now: number }, type: number, wait: number): void {
  record.arrives(type);
  record.joins(type);
  clock.now += wait;
  record.answered(type, wait, wait <= 20);
}

function abandoned(record: ServiceRecord, clock: { now: number }, type: number, wait: number): void {
  record.arrives(type);
  record.joins(type);
  clock.now += wait;
  record.abandoned(type, wait, false);
}

function summary(scripts: readonly Script[], begin = 0): ServiceResult {
  const records = scripts.map((script) => recordOf(script, begin));
  return serviceResult.parse(summariseService(names, records, 0.95));
}

function rowOf({ byType }: ServiceResult, channel: string | null, topic: string | null) {
  const found = byType.find((row) => row.channel === channel && row.topic === topic);
  if (found === undefined) throw new Error(`no row for ${channel}, ${topic}`);
  return found;
}

describe("the service part of a result", () => {
  it("has the whole, channels, topics and types, and leaves out what nobody contacted", () => {
    const { byType } = summary([(record, clock) => answered(record, clock, PHONE_SUPPORT, 30)]);
    expect(byType.map(({ channel, topic }) => [channel, topic])).toEqual([
      [null, null],
      ["phone", null],
      [null, "support"],
      ["phone", "support"],
    ]);
  });

  it("counts per replication, and takes ratios of sums", () => {
    const three: Script = (record, clock) => [10, 20, 60].forEach((wait) => answered(record, clock, PHONE_SALES, wait));
    const one: Script = (record, clock) => answered(record, clock, PHONE_SALES, 110);
    const row = rowOf(summary([three, one]), "phone", "sales");
    expect(row.answered).toBe(2);
    expect(row.serviceLevel.mean).toBe(0.5);
    expect(row.waits.answered.mean.mean).toBe(50);
    expect(row.waits.answered.longest).toBe(110);
  });

  it("has the ordinary t interval where every replication has as many", () => {
    const scripts = [10, 30, 20].map(
      (wait): Script =>
        (record, clock) =>
          answered(record, clock, PHONE_SALES, wait),
    );
    const { mean, low, high } = rowOf(summary(scripts), null, null).waits.answered.mean;
    // Mean 20, sd 10, t(0.975, 2) = 4.302652729749464: the half width is 24.84, and no wait is below 0.
    expect(mean).toBe(20);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(20 + (4.302652729749464 * 10) / Math.sqrt(3), 9);
  });

  it("has no intervals from one replication, and null where nothing happened", () => {
    const row = rowOf(summary([(record, clock) => answered(record, clock, PHONE_SALES, 30)]), "phone", "sales");
    expect(row.waits.answered.mean).toEqual({ mean: 30, low: null, high: null });
    expect(row.waits.abandoned.mean).toEqual({ mean: null, low: null, high: null });
    expect(row.waits.abandoned.longest).toBeNull();
    expect(row.handlingTime.mean).toBeNull();
  });

  it("gives the service level under every convention on short abandons", () => {
    const row = rowOf(
      summary([
        (record, clock) => {
          for (const wait of [0, 10, 20, 21, 300]) answered(record, clock, PHONE_SALES, wait);
          for (const wait of [5, 100]) abandoned(record, clock, PHONE_SALES, wait);
          record.arrives(PHONE_SALES);
          record.balked(PHONE_SALES);
          record.arrives(PHONE_SALES);
          record.blocked(PHONE_SALES);
        },
      ]),
      "phone",
      "sales",
    );
    expect(row.serviceLevels.map(({ within }) => within)).toEqual(thresholds);
    // Within 20 s: 3 of 5 answered; 1 gave up and 1 balked, 1 gave up later; 9 offered.
    expect(row.serviceLevels.find(({ within }) => within === 20)).toEqual({
      within: 20,
      ofOffered: 3 / 9,
      ofOfferedLessShortAbandons: 3 / 7,
      ofAnswered: 3 / 5,
      ofAnsweredAndLongAbandons: 3 / 6,
      withShortAbandons: 5 / 9,
    });
    expect(row.serviceLevel.mean).toBe(3 / 9);
    expect(row.abandonment.mean).toBe(2 / 7);
    expect(row.waitProbability.mean).toBe(6 / 7);
  });

  it("says when and where: by hour of day and channel", () => {
    const script: Script = (record, clock) => {
      record.agents(0, 3, 0);
      answered(record, clock, PHONE_SALES, 1800);
      record.agents(0, 3, 1);
      record.handlingBegins(PHONE_SALES, 0);
      clock.now += 900;
      record.handlingEnds(PHONE_SALES, 0, 900);
      record.agents(0, 3, 0);
      clock.now += 900;
    };
    const { byHour, seconds, groups } = summary([script], 8 * 3600);
    expect(seconds).toBe(3600);
    expect(byHour).toHaveLength(24);
    const phone = { offered: 1, serviceLevel: 0, asa: 1800, abandonment: 0, waiting: 0.5 };
    expect(byHour[8]).toEqual({ hour: 8, ...phone, atWork: 3, occupancy: 1 / 12, byChannel: [{ channel: "phone", ...phone }] });
    expect(byHour[9]).toMatchObject({ offered: 0, serviceLevel: null, atWork: null, occupancy: null });
    expect(groups.map(({ group, ...figures }) => [group, ...Object.values(figures).map(({ mean }) => mean)])).toEqual([
      ["team", 3, 1 / 12, 1 / 24, 0.25],
    ]);
  });

  it("tells the age of the backlog as it is on the hours", () => {
    const script: Script = (record, clock) => {
      record.arrives(PHONE_SALES);
      record.joins(PHONE_SALES);
      clock.now += 600;
      record.arrives(PHONE_SALES);
      record.joins(PHONE_SALES);
      clock.now = 3700;
    };
    const row = rowOf(summary([script]), "phone", "sales");
    expect(row.backlogAge.mean).toBe(3300);
    expect(row.longestQueue).toBe(2);
    expect(row.waiting.mean).toBeCloseTo((3700 + 3100) / 3700, 12);
  });

  it("refuses a record of another scenario", () => {
    const record = recordOf((one, clock) => answered(one, clock, PHONE_SALES, 1));
    expect(() => summariseService({ ...names, topics: ["sales"] }, [record], 0.95)).toThrow("does not fit 2 types and 1 groups");
  });
});

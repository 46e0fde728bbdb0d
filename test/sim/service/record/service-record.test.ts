import { expect, test } from "vitest";
import { cumulated, groupAt, rowAt, ServiceCells, typeAt, waitKinds, waitBins, waitQuantile } from "../../../../src/kpi/index.ts";
import { ServiceRecord } from "../../../../src/sim/service/record/index.ts";

const HOUR = 3600;

/** A repeatable stream of numbers in (0, 1): the multiplicative congruential generator of Park & Miller. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

interface Contact {
  readonly type: number;
  readonly since: number;
}

/** A single-server queue with impatient customers of several types, told to the record, and summed by hand. */
function singleServer(record: ServiceRecord, clock: { now: number }, steps: number, seed: number) {
  const next = numbers(seed);
  const queue: Contact[] = [];
  const byHand = { waiting: new Float64Array(24), working: new Float64Array(24), waits: [[], []] as number[][], left: 0, arrived: 0 };
  let busy: (Contact & { readonly begun: number }) | undefined;
  const pass = (seconds: number) => {
    // One small slice of an hour after the other.
    for (let left = seconds; left > 0;) {
      const slice = Math.min(left, (Math.floor(clock.now / HOUR) + 1) * HOUR - clock.now);
      const hour = Math.floor(clock.now / HOUR) % 24;
      byHand.waiting[hour] = byHand.waiting[hour]! + slice * queue.length;
      byHand.working[hour] = byHand.working[hour]! + slice * (busy === undefined ? 0 : 1);
      clock.now += slice;
      left -= slice;
    }
  };
  const serve = () => {
    const first = queue.shift();
    if (first === undefined) return record.agents(0, 1, 0);
    busy = { ...first, begun: clock.now };
    record.answered(first.type, clock.now - first.since, clock.now - first.since <= 20);
    byHand.waits[first.type]!.push(clock.now - first.since);
    record.handlingBegins(first.type, 0);
    record.agents(0, 1, 1);
  };
  record.agents(0, 1, 0);
  for (let step = 0; step < steps; step++) {
    pass(-Math.log(next()) * 100);
    if (next() < 0.5) {
      const type = next() < 0.3 ? 1 : 0;
      record.arrives(type);
      byHand.arrived++;
      record.joins(type);
      queue.push({ type, since: clock.now });
      if (busy === undefined) serve();
    } else if (busy !== undefined) {
      record.handlingEnds(busy.type, 0, clock.now - busy.begun);
      busy = undefined;
      serve();
    } else if (queue.length > 0 && next() < 0.1) {
      const last = queue.pop() as Contact;
      record.abandoned(last.type, clock.now - last.since, false);
      byHand.left++;
    }
  }
  const live = {
    waiting: [0, 1].map((type) => queue.filter((contact) => contact.type === type).length),
    ages: [0, 1].map((type) =>
      queue.filter((contact) => contact.type === type).reduce((sum, contact) => sum + clock.now - contact.since, 0),
    ),
    inSystem: [0, 1].map((type) => queue.filter((contact) => contact.type === type).length + (busy?.type === type ? 1 : 0)),
  };
  return { byHand, live };
}

const shape = { types: 2, groups: 1, typeName: (type: number) => ["phone, sales", "phone, support"][type] as string };

test("levels are integrated by hour of day as by hand, hours split exactly", () => {
  const clock = { now: 5000 };
  const record = new ServiceRecord(clock, shape);
  const { byHand, live } = singleServer(record, clock, 20_000, 7);
  record.check(live);
  const cells = new ServiceCells(shape, record.cells());
  for (let hour = 0; hour < 24; hour++) {
    const row = cells.typeRow({ types: [0, 1], hour });
    expect(row[rowAt.counters + typeAt.waitingSeconds]! / byHand.waiting[hour]!).toBeCloseTo(1, 9);
    expect(cells.groupRow([0], hour)[1 + groupAt.working]! / byHand.working[hour]!).toBeCloseTo(1, 9);
  }
  const all = cells.typeRow({ types: [0, 1] });
  expect(all[rowAt.seconds]).toBeCloseTo(clock.now - 5000, 6);
  expect(all[rowAt.counters + typeAt.arrived]).toBe(byHand.arrived);
  expect(all[rowAt.counters + typeAt.abandoned]).toBe(byHand.left);
  const waits = byHand.waits.flat();
  expect(all[rowAt.counters + typeAt.answered]).toBe(waits.length);
  expect(all[rowAt.counters + typeAt.answeredWait]! / waits.reduce((sum, wait) => sum + wait, 0)).toBeCloseTo(1, 10);
  expect(all[rowAt.counters + typeAt.answeredInTime]).toBe(waits.filter((wait) => wait <= 20).length);
  expect(cells.greatest([0, 1], "maxAnsweredWait")).toBe(Math.max(...waits));
});

test("the curve holds exactly how many waited no longer than each threshold", () => {
  const clock = { now: 0 };
  const record = new ServiceRecord(clock, { types: 1, groups: 0 });
  const waits = [0, 4.9, 5, 5.0001, 20, 20.0001, 21, 300, 599, 600, 601, 100_000];
  for (const wait of waits) {
    clock.now = 0;
    record.joins(0);
    clock.now = wait;
    record.answered(0, wait, true);
  }
  const row = new ServiceCells({ types: 1, groups: 0 }, record.cells()).typeRow({ types: [0] });
  const within = (place: number) => row.slice(rowAt.curves, rowAt.curves + place + 1).reduce((sum, count) => sum + count, 0);
  expect([0, 3, 10, 11].map(within)).toEqual([3, 5, 8, 10]);
});

test("contacts count in the hour in which they joined, however long they wait", () => {
  const clock = { now: 9.5 * HOUR };
  const record = new ServiceRecord(clock, { types: 1, groups: 0 });
  record.arrives(0);
  record.joins(0);
  clock.now += 24 * HOUR + 2 * HOUR;
  record.answered(0, 26 * HOUR, false);
  const cells = new ServiceCells({ types: 1, groups: 0 }, record.cells());
  const at = (hour: number, counter: number) => cells.typeRow({ types: [0], hour })[rowAt.counters + counter];
  expect([at(9, typeAt.answered), at(11, typeAt.answered)]).toEqual([1, 0]);
  expect([8, 9, 10, 11, 12].map((hour) => at(hour, typeAt.waitingSeconds))).toEqual([HOUR, 1.5 * HOUR, 2 * HOUR, 1.5 * HOUR, HOUR]);
  // On the hour, 26 times: 0.5, 1.5, … 25.5 hours old.
  const row = cells.typeRow({ types: [0] });
  expect(row[rowAt.counters + typeAt.waitingOnTheHour]).toBe(26);
  expect(row[rowAt.counters + typeAt.ageOnTheHour]).toBe(26 * 13 * HOUR);
});

test.each([
  ["exponential", (u: number) => -Math.log(1 - u) * 180, (p: number) => -Math.log(1 - p) * 180],
  // Of a uniform square: heavy at both ends of the bins.
  ["square of a uniform", (u: number) => u * u * 1e4, (p: number) => p * p * 1e4],
])("quantiles of an %s distribution are within 0.3 %% of the exact ones", (_, sample, quantile) => {
  const clock = { now: 0 };
  const record = new ServiceRecord(clock, { types: 1, groups: 0 });
  const n = 100_000;
  // Evenly spread probabilities, so that nothing but the bins makes an error.
  for (let i = 0; i < n; i++) {
    const wait = sample((i + 0.5) / n);
    clock.now = 0;
    record.joins(0);
    clock.now = wait;
    record.answered(0, wait, true);
  }
  const cells = new ServiceCells({ types: 1, groups: 0 }, record.cells());
  const histogram = cells.typeRow({ types: [0] }).subarray(rowAt.histograms + waitKinds.answered * waitBins, rowAt.histograms + waitBins);
  for (const p of [0.05, 0.5, 0.9, 0.95, 0.99]) {
    const found = waitQuantile(cumulated(histogram), p, cells.greatest([0], "maxAnsweredWait")) as number;
    expect(Math.abs(found / quantile(p) - 1)).toBeLessThan(0.003);
  }
});

test("the longest queue is that of those who wait: nobody is longest alone who is answered at once", () => {
  const clock = { now: 10 };
  const record = new ServiceRecord(clock, { types: 1, groups: 0 });
  const longest = () => new ServiceCells({ types: 1, groups: 0 }, record.cells()).greatest([0], "maxWaiting");
  record.joins(0);
  record.answered(0, 0, true);
  expect(longest()).toBe(0);
  record.joins(0);
  record.joins(0);
  clock.now = 15;
  record.joins(0);
  record.answered(0, 0, true);
  record.abandoned(0, 5, true);
  expect(longest()).toBe(2);
});

test("at adoption counts begin anew and levels stay", () => {
  const clock = { now: 0 };
  const record = new ServiceRecord(clock, shape);
  record.arrives(0);
  record.joins(0);
  record.arrives(1);
  record.agents(0, 3, 0);
  clock.now = 1000;
  record.begin();
  clock.now = 1500;
  record.contained(1);
  record.answered(0, 1500, false);
  record.handlingBegins(0, 0);
  clock.now = 2000;
  record.handlingEnds(0, 0, 500);
  record.rejoins(0);
  clock.now = 2100;
  record.check({ waiting: [1, 0], ages: [100, 0], inSystem: [1, 0] });
  const cells = new ServiceCells(shape, record.cells());
  const row = cells.typeRow({ types: [0] });
  expect(row[rowAt.seconds]).toBe(1100);
  expect(row[rowAt.counters + typeAt.arrived]).toBe(0);
  expect(row[rowAt.counters + typeAt.waitingSeconds]).toBe(600);
  expect(Array.from(cells.groupRow([0]))).toEqual([1100, 3300, 0, 500, 500, 0]);
});

test("a copy goes on as the original does", () => {
  const clock = { now: 0 };
  const record = new ServiceRecord(clock, shape);
  singleServer(record, clock, 300, 3);
  const saved = record.snapshot();
  const later = clock.now;
  singleServer(record, clock, 300, 5);
  const once = record.cells();
  record.restore(saved);
  clock.now = later;
  singleServer(record, clock, 300, 5);
  expect(record.cells()).toEqual(once);
});

test("a contact that vanishes from the queue, or whose wait is wrong, stops the run", () => {
  const clock = { now: 0 };
  const queued = () => {
    clock.now = 0;
    const record = new ServiceRecord(clock, shape);
    record.arrives(1);
    record.joins(1);
    clock.now = 60;
    return record;
  };
  const empty = { waiting: [0, 0], ages: [0, 0] };
  expect(() => queued().check(empty)).toThrow("phone, support: 1 joined the queue, but 0 answered + 0 answered again + 0 abandoned");
  expect(() => queued().check({ waiting: [0, 1], ages: [0, 50] })).toThrow(
    /Little's law does not hold: phone, support: .* = 60 s, but .* 50 s/,
  );
  const wrong = queued();
  wrong.answered(1, 30, true);
  expect(() => wrong.check(empty)).toThrow("Little's law does not hold");
  const uninvited = queued();
  uninvited.joins(0);
  expect(() => uninvited.check({ waiting: [1, 1], ages: [0, 60] })).toThrow(
    /phone, sales: 0 arrived and 0 came by transfer, but .* 1 joined/,
  );
  const lost = queued();
  expect(() => lost.check({ waiting: [0, 1], ages: [0, 60], inSystem: [0, 2] })).toThrow(
    "0 in self-service + 1 waiting + 0 in hand, but 2 in the system",
  );
});

test("after years Little's law still holds to the bit of the clock", () => {
  const clock = { now: 0 };
  const record = new ServiceRecord(clock, shape);
  clock.now = 20 * 365 * 24 * HOUR;
  const { live } = singleServer(record, clock, 100_000, 11);
  expect(() => record.check(live)).not.toThrow();
});

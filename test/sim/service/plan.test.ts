/** What the service's plan holds, read from what a scenario says. */

import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/scenario/index.ts";
import { meanArrivalRate, planService, type ServicePlan } from "../../../src/sim/service/plan/index.ts";
import { logit } from "../../../src/sim/core/index.ts";
import { centre, centreWith } from "../../scenario/service/texts.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

function planOf(text: string): ServicePlan {
  const { scenario } = parseScenario(text, { fileName: "centre.yaml" });
  if (scenario.service === undefined) throw new Error("no service");
  return planService(scenario, scenario.service);
}

const plan = planOf(centre);
const [phone, chat, mail] = plan.channels;
const [SALES_BY_PHONE, SUPPORT_BY_PHONE, SALES_BY_CHAT, SUPPORT_BY_CHAT, SALES_BY_MAIL, SUPPORT_BY_MAIL] = [0, 1, 2, 3, 4, 5];

describe("channels", () => {
  it("have the limits and offers of their queues", () => {
    expect(phone).toMatchObject({ live: true, capacity: 5, lines: 40, disconnectsAtClose: true, balks: 0.1, announces: true });
    expect(phone?.callback).toEqual({ waiting: 3, announcedWait: 30, accepted: 0.6, priority: 9, reserve: 1 });
    expect(phone?.selfService).toMatchObject({ settles: 0.5, time: { mean: 30, constant: undefined } });
    expect(chat?.silent).toMatchObject({ share: 0.4, noticedAfter: { mean: 60 } });
  });

  it("have none where nothing is said", () => {
    expect(mail).toMatchObject({ live: false, capacity: Infinity, lines: Infinity, disconnectsAtClose: false, balks: 0, announces: false });
    expect([mail?.callback, mail?.selfService, mail?.silent, chat?.callback]).toEqual([undefined, undefined, undefined, undefined]);
    expect(mail?.within).toBeNaN();
  });
});

describe("types of contact", () => {
  it("stand in rows of channel × topic", () => {
    expect(plan.types.map(({ channel, topic }) => [channel, topic])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ]);
  });

  it("take the topic's handling time before the channel's, times the topic's factor", () => {
    const byPhone = plan.types[SUPPORT_BY_PHONE]?.handling;
    expect([byPhone?.mean, byPhone?.constant, byPhone?.quantile(0.3)]).toEqual([480, 480, 480]);
    expect(plan.types[SALES_BY_CHAT]?.handling.constant).toBe(480);
    expect(plan.types[SUPPORT_BY_CHAT]?.handling.constant).toBe(960);
    expect(plan.types[SALES_BY_PHONE]?.handling).toMatchObject({ mean: 360, constant: undefined });
  });

  it("take the topic's patience before the channel's, else what is usual", () => {
    expect(plan.types[SUPPORT_BY_PHONE]?.patience.constant).toBe(90);
    expect(plan.types[SALES_BY_PHONE]?.patience.mean).toBe(600);
    expect(plan.types[SALES_BY_MAIL]?.patience.mean).toBe(36 * HOUR);
  });

  it("have priority, ageing and resolution of the topic, else of the service", () => {
    expect(plan.types[SALES_BY_MAIL]).toMatchObject({ priority: 2, ageing: 600, preempts: true, reserve: 2, resolutionLogit: logit(0.8) });
    expect(plan.types[SUPPORT_BY_MAIL]).toMatchObject({
      priority: 1,
      ageing: Infinity,
      preempts: false,
      reserve: 0,
      resolutionLogit: Infinity,
    });
  });

  it("are passed on: what a transfer leaves open stays as it is", () => {
    const [first] = plan.types[SALES_BY_PHONE]?.transfers ?? [];
    expect(first).toMatchObject({ share: 0.15, to: SUPPORT_BY_PHONE, introduction: { constant: 30 } });
    expect(plan.types.map(({ transfers }) => transfers.map(({ to }) => to))).toEqual([
      [SUPPORT_BY_PHONE],
      [SUPPORT_BY_MAIL],
      [],
      [SUPPORT_BY_MAIL],
      [],
      [SUPPORT_BY_MAIL],
    ]);
    expect(plan.types[SUPPORT_BY_PHONE]?.transfers[0]?.introduction).toBeUndefined();
  });

  it("share what is costly to make", () => {
    expect(plan.types[SALES_BY_CHAT]?.patience).not.toBe(plan.types[SALES_BY_MAIL]?.patience);
    expect(plan.types[SALES_BY_PHONE]?.patience).toBe(plan.types[SALES_BY_CHAT]?.patience);
  });
});

describe("groups", () => {
  const [team, desk, night] = plan.groups;

  it("have skills by topic before those by channel, and only for their topics", () => {
    expect([...(team?.speed ?? [])]).toEqual([1.5, 0, 1, 0, 0, 0]);
    expect([...(team?.resolution ?? [])]).toEqual([Math.log(2), 0, 0, 0, 0, 0]);
    expect([...(team?.tier ?? [])].slice(0, 3)).toEqual([2, 1, 1]);
    expect(team?.overflowAfter[SALES_BY_PHONE]).toBe(30);
    expect([...(team?.types ?? [])]).toEqual([SALES_BY_PHONE, SALES_BY_CHAT]);
    expect([...(team?.home ?? [])]).toEqual([1, 1, 0]);
  });

  it("keep agents free for others as the topic's skill says, else the channel's, else the topic", () => {
    const { groups } = planOf(centreWith("sales: { speed: 1.5, resolution: 2 }", "sales: { reserve: 3 }"));
    expect([groups[0], groups[1]].map((one) => one?.reserve[SALES_BY_MAIL])).toEqual([2, 2]);
    expect(groups[0]?.reserve[SALES_BY_PHONE]).toBe(3);
  });

  it("cannot serve a topic of speed 0", () => {
    const { groups } = planOf(centreWith("sales: { speed: 1.5, resolution: 2 }", "sales: { speed: 0 }"));
    expect([...(groups[0]?.types ?? [])]).toEqual([SALES_BY_CHAT]);
  });

  it("have several contacts in hand only in the channels that allow it, each at its pace", () => {
    expect([...(team?.besideOthers ?? [])]).toEqual([0, 0, 1, 1, 0, 0]);
    expect([...(team?.pace ?? [])]).toEqual([1, 1, 0.8, 1.9 / 3]);
    expect(night?.pace).toHaveLength(5);
    for (const [k, pace] of [1, 1, 0.8, 0.64, 0.512].entries()) expect(night?.pace[k]).toBeCloseTo(pace, 12);
    expect([...(desk?.pace ?? [])]).toEqual([1, 1]);
    expect([...(desk?.besideOthers ?? [])]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("have heads by the calendar, which recur after a week", () => {
    const heads = team?.staffing.heads;
    expect(heads?.cycle).toBe(WEEK);
    const at = (day: number, hour: number) => {
      const step = [...(heads?.starts ?? [])].findLastIndex((start) => start <= day * DAY + hour * HOUR);
      return heads?.counts[step];
    };
    expect([at(0, 0), at(0, 8), at(0, 11.9), at(0, 12), at(4, 17.9), at(4, 18), at(5, 9), at(5, 12), at(6, 10)]).toEqual([
      0, 4, 4, 6, 6, 0, 2, 0, 0,
    ]);
    expect(heads?.starts[0]).toBe(0);
    expect(team?.roster).toBe(6);
  });

  it("have constant heads within their hours", () => {
    expect([...(night?.staffing.heads?.starts ?? [])].slice(0, 3)).toEqual([0, 18 * HOUR, 24 * HOUR]);
    expect([...(night?.staffing.heads?.counts ?? [])].slice(0, 3)).toEqual([0, 2, 0]);
    const always = planOf(centreWith('agents: 2, hours: { mon-sun: "18:00-24:00" }', "agents: 2")).groups[2]?.staffing.heads;
    expect([[...(always?.starts ?? [])], [...(always?.counts ?? [])]]).toEqual([[0], [2]]);
  });

  it("have shifts with the breaks taken out, and everybody of every shift on the roster", () => {
    expect(desk?.staffing.heads).toBeUndefined();
    expect(desk?.roster).toBe(5);
    expect(desk?.staffing.absence).toBe(0.05);
    const [early, late] = desk?.staffing.shifts ?? [];
    expect([early?.agents, late?.agents]).toEqual([3, 2]);
    expect(early?.hours.openSecondsPerWeek).toBe(5 * 8 * HOUR);
    const open = [7.9, 8, 11.9, 12, 12.4, 12.5, 16.4, 16.5].map((hour) => early?.hours.isOpen(hour * HOUR));
    expect(open).toEqual([false, true, true, false, false, true, true, false]);
    expect(late?.hours.openSecondsPerWeek).toBe(7 * 8 * HOUR);
  });

  it("stand at sites", () => {
    expect(plan.groups.map(({ site }) => site)).toEqual([0, 0, -1]);
  });
});

describe("contacts from outside", () => {
  const [steady, weekly, rising, regular, recorded, few, pile] = plan.streams;

  it("come in the way that is written, per second", () => {
    expect(steady).toMatchObject({ channel: 0, topic: 0, limit: 25, arrivals: { kind: "constant", rate: 1 / 60, busyness: 0 } });
    expect(rising?.arrivals).toEqual({ kind: "wave", mean: 100 / HOUR, amplitude: 20 / HOUR, period: DAY, shift: 6 * HOUR, busyness: -1 });
    expect(regular).toMatchObject({ topic: -1, limit: Infinity, arrivals: { kind: "renewal", between: { constant: 60 } } });
    expect(recorded?.arrivals).toEqual({ kind: "counts", interval: 1800, counts: Float64Array.of(3, 5, 8), recurs: true });
    expect(few?.arrivals).toMatchObject({ kind: "callers", callers: 20, until: { mean: 600 } });
    expect(pile?.arrivals).toEqual({ kind: "backlog" });
  });

  it("have rates by the calendar, none between", () => {
    const { arrivals } = weekly ?? {};
    if (arrivals?.kind !== "steps") throw new Error("no steps");
    expect([...arrivals.starts].slice(0, 5)).toEqual([0, 8 * HOUR, 9 * HOUR, 17 * HOUR, 32 * HOUR]);
    expect([...arrivals.rates].slice(0, 5).map((rate) => rate * HOUR)).toEqual([0, 100, 50, 0, 100]);
    expect(arrivals.cycle).toBe(WEEK);
  });

  it("have rates over midnight on the day on which they begin and on the next, as if written in two", () => {
    const ratesOf = (rates: string) => {
      const { streams } = planOf(centreWith('rates: { mon-fri: { "08:00-09:00": 100/h, "09:00-17:00": 50/h } }', `rates: ${rates}`));
      const { arrivals } = streams[1] ?? {};
      if (arrivals?.kind !== "steps") throw new Error("no steps");
      return { starts: [...arrivals.starts], rates: Array.from(arrivals.rates, (rate) => Math.round(rate * HOUR * 1e6) / 1e6) };
    };
    const nightly = ratesOf('{ mon-fri: { "22:00-02:00": 10/h } }');
    expect(nightly.starts).toEqual([0, ...[0, 1, 2, 3, 4].flatMap((day) => [day * DAY + 22 * HOUR, day * DAY + 26 * HOUR])]);
    expect(nightly.rates).toEqual([0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0]);
    expect(nightly).toEqual(ratesOf('{ mon-fri: { "22:00-24:00": 10/h }, tue-sat: { "00:00-02:00": 10/h } }'));
    const sunday = ratesOf('{ sun: { "22:00-02:00": 10/h }, mon: { "02:00-03:00": 5/h } }');
    expect(sunday).toEqual({ starts: [0, 2 * HOUR, 3 * HOUR, WEEK - 2 * HOUR], rates: [10, 5, 0, 10] });
    expect(sunday).toEqual(ratesOf('{ mon: { "00:00-02:00": 10/h, "02:00-03:00": 5/h }, sun: { "22:00-00:00": 10/h } }'));
  });

  it("come on top in surges, more or less on busy and quiet days, and all together times the load", () => {
    expect(plan.surges).toEqual([{ stream: 0, at: 3 * HOUR, contacts: 200, over: 600 }]);
    expect(plan.busyness).toHaveLength(1);
    expect(plan.busyness[0]?.quantile(0.5)).toBeCloseTo(1 - 0.19 * 0.19 * (1 / 3), 3);
    expect(plan.load).toBe(1.5);
  });

  it("have a mean rate for estimates", () => {
    const alone = (stream: string) => {
      const text = centre.replace(/ {2}arrivals:\n(?: {4}.*\n)+/, `  arrivals:\n    only: ${stream}\n`);
      return meanArrivalRate(planOf(text)) * HOUR;
    };
    expect(alone("{ channel: phone, rate: 60/h }")).toBeCloseTo(90, 9);
    expect(alone('{ channel: phone, rates: { mon: { "00:00-24:00": 70/h } } }')).toBeCloseTo(15, 9);
    expect(alone("{ channel: phone, wave: { mean: 10/h, amplitude: 5/h, period: 1d } }")).toBeCloseTo(15, 9);
    expect(alone("{ channel: phone, between: { exponential: { mean: 6m } } }")).toBeCloseTo(15, 9);
    expect(alone("{ channel: phone, counts: { interval: 30m, values: [0, 10] } }")).toBeCloseTo(15, 9);
    expect(alone("{ channel: phone, callers: { number: 10, until: { exponential: { mean: 1h } } } }")).toBeCloseTo(15, 9);
    // Two agents at night and five of shifts, eight minutes each.
    expect(alone("{ channel: phone, topic: support, backlog: true }")).toBeCloseTo(7 * 7.5, 9);
  });
});

describe("the rest of the plan", () => {
  it("says what fails, and whom it strikes", () => {
    expect(plan.disruptions.map(({ at, lasts, channel, missing }) => [at, lasts, channel, [...missing]])).toEqual([
      [2 * HOUR, 4 * HOUR, 0, [0, 0, 0]],
      [2 * HOUR, 4 * HOUR, -1, [0.5, 0, 0]],
      [2 * HOUR, Infinity, -1, [1, 1, 0]],
    ]);
  });

  it("lets customers give up as often after waiting as after an answer, unless it is said", () => {
    expect(plan.recontact).toMatchObject({ givesUp: 0.3, givesUpWaiting: 0.3, givesUpBlocked: 0, afterBlocked: { constant: 300 } });
    expect(plan.recontact.afterMissedCall).toMatchObject({ mean: 1200, constant: undefined });
  });
});

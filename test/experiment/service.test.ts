/** The service part of a result is recorded apart from the ledger: both must tell the same. */

import { beforeAll, describe, expect, it } from "vitest";
import { compare } from "../../src/experiment/index.ts";
import type { ResultDocument, StrategyResult } from "../../src/kpi/index.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import { tiny } from "../support/tiny.ts";

const desk = `
name: desk
seed: desk
history: 1d
horizon: 4d
channels:
  phone: { kind: live, can: [serve], hours: { mon-fri: "08:00-18:00" } }
  chat: { kind: live, can: [serve] }
service:
  topics: { sales: { weight: 1 }, support: { weight: 2, handlingFactor: 1.5 } }
  handling: { phone: { exponential: { mean: 4m } }, chat: { lognormal: { mean: 6m, cv: 1 } } }
  patience: { phone: { exponential: { mean: 3m } }, chat: { exponential: { mean: 5m } } }
  wrapUp: { exponential: { mean: 30s } }
  queues:
    phone: { capacity: 4, balks: 10%, atClose: disconnect, selfService: { time: { exponential: { mean: 30s } }, settles: 20% } }
    chat: { silent: { share: 40%, noticedAfter: { exponential: { mean: 1m } } } }
  transfers: [{ from: { topic: sales }, to: { topic: support }, share: 15% }]
  groups:
    callers: { agents: 4, home: [phone], hours: { mon-fri: "08:00-18:00" } }
    chatters: { agents: 2, home: [chat], atOnce: 3 }
  arrivals: { calls: { channel: phone, rate: 60/h }, chats: { channel: chat, rate: 25/h } }
strategies: { first: {}, second: { routing: one-queue } }
`;

describe("the service part of a result", () => {
  let result: ResultDocument;
  beforeAll(async () => {
    result = (await compare(parseScenario(desk, { fileName: "desk.yaml" }), { replications: 3, workers: 1 })).result;
  });

  function rowOf(strategy: StrategyResult, channel: string | null) {
    const row = strategy.service?.byType.find((one) => one.channel === channel && one.topic === null);
    if (row === undefined) throw new Error(`no row for ${channel}`);
    return row;
  }

  it("tells the same service level, abandonment and probability of waiting as the ledger's KPIs, with the same intervals", () => {
    for (const strategy of result.strategies) {
      for (const channel of ["phone", "chat"]) {
        const row = rowOf(strategy, channel);
        const kpis = strategy.byChannel[channel];
        for (const [figure, id] of [
          [row.serviceLevel, "service_level"],
          [row.abandonment, "abandon"],
        ] as const) {
          expect(figure.mean).toBeCloseTo(kpis?.[id]?.mean ?? Number.NaN, 12);
          expect(figure.low).toBeCloseTo(kpis?.[id]?.low ?? Number.NaN, 9);
        }
        // The ledger counts whole milliseconds.
        expect(row.waits.answered.mean.mean).toBeCloseTo(kpis?.["asa"]?.mean ?? Number.NaN, 3);
      }
    }
  });

  it("counts who was blocked, balked, contained and disconnected as the ledger does", () => {
    for (const strategy of result.strategies) {
      const row = rowOf(strategy, null);
      for (const [count, id] of [
        [row.blocked, "blocked"],
        [row.balked, "balked"],
        [row.contained, "self_service_containment"],
        [row.disconnected, "disconnected"],
      ] as const) {
        expect(count).toBeGreaterThan(0);
        expect(count / row.arrived).toBeCloseTo(strategy.kpis[id]?.mean ?? Number.NaN, 12);
      }
      expect(row.abandonedSilently / row.abandoned).toBeCloseTo(strategy.kpis["silent_abandon"]?.mean ?? Number.NaN, 12);
    }
  });

  it("splits the whole into channels, topics, types and hours without a rest", () => {
    for (const { service } of result.strategies) {
      const rows = service?.byType ?? [];
      const sum = (part: typeof rows) => part.reduce((total, { arrived }) => total + arrived, 0);
      const all = rows.filter(({ channel, topic }) => channel === null && topic === null);
      const parts = [
        rows.filter(({ channel, topic }) => channel !== null && topic === null),
        rows.filter(({ channel, topic }) => channel === null && topic !== null),
        rows.filter(({ channel, topic }) => channel !== null && topic !== null),
      ];
      expect(parts.map((part) => part.length)).toEqual([2, 2, 4]);
      for (const part of parts) expect(sum(part)).toBeCloseTo(sum(all), 6);
      const hourly = (service?.byHour ?? []).reduce((total, { offered }) => total + offered, 0);
      expect(hourly).toBeCloseTo((all[0]?.joined ?? 0) + (all[0]?.balked ?? 0) + (all[0]?.blocked ?? 0), 6);
    }
  });

  it("has nobody on the phone at night, and chats side by side", () => {
    for (const { service } of result.strategies) {
      expect(service?.byHour[3]?.byChannel.map(({ offered }) => offered > 0)).toEqual([false, true]);
      expect(service?.byHour.map(({ atWork }) => Math.round(atWork ?? 0)).slice(6, 9)).toEqual([2, 2, 6]);
      const chatters = service?.groups.find(({ group }) => group === "chatters");
      expect(chatters?.inHand.mean).toBeGreaterThan(chatters?.atWork.mean ?? Number.NaN);
    }
  });

  it("leaves out KPIs of what the service does not have", () => {
    const ids = Object.keys(result.strategies[0]?.kpis ?? {});
    expect(ids).toEqual(expect.arrayContaining(["blocked", "balked", "disconnected", "passed_on", "concurrency", "redial_share"]));
    expect(ids).not.toContain("interruptions");
    expect(ids).not.toContain("callback_share");
  });

  it("is there for modelled customers, too", async () => {
    const { strategies } = (await compare(tiny(), { replications: 1, workers: 1 })).result;
    for (const { service } of strategies) expect(service?.byType.length).toBeGreaterThan(1);
  });
});

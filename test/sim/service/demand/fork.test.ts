/** A snapshot holds all that demand has come to: whatever goes on from it goes on alike. */

import { describe, expect, it } from "vitest";
import { beginArrivals, backlogTaken, callerIsBack } from "../../../../src/sim/service/demand/index.ts";
import { constantRate, DAY, type Demanded, exponential, gammaDay, Host, HOUR, OTHER, steps } from "./host.ts";

/** Every process there is, with searches that are under way at most times. */
const EVERYTHING: Demanded = {
  arrivals: [
    constantRate(0.01),
    constantRate(0.01, 0),
    steps(
      DAY,
      [
        [0, 0],
        [7 * HOUR, 0.02],
        [11.5 * HOUR, 0.01],
        [20 * HOUR, 0],
      ],
      0,
    ),
    steps(20, [
      [0, 0],
      [10, 1e-4],
    ]),
    { kind: "wave", mean: 0.01, amplitude: 0.01, period: DAY, shift: 0, busyness: -1 },
    { kind: "wave", mean: 0.01, amplitude: 0.005, period: DAY, shift: 0, busyness: 1 },
    { kind: "renewal", between: exponential(100) },
    { kind: "counts", interval: 7200, counts: Float64Array.of(50, 0, 80.5), recurs: true },
    { kind: "counts", interval: 1, counts: Float64Array.of(1e-3), recurs: true },
    { kind: "callers", callers: 12, until: exponential(500) },
    { kind: "backlog" },
    { arrivals: constantRate(0.01), limit: 2000 },
  ],
  surges: [
    { stream: 0, at: DAY - HOUR, contacts: 300, over: 2 * HOUR },
    { stream: 9, at: 1.5 * DAY, contacts: 40, over: 0 },
  ],
  busyness: [gammaDay(0.4), gammaDay(0.2)],
  load: 1.3,
};

/** A host whose cases last four minutes. */
function hostOfEverything(): Host {
  const host = new Host(EVERYTHING);
  host.onContact = ({ stream, caller }) => {
    if (caller >= 0) host.core.events.schedule(host.core.now + 240, OTHER, stream, caller);
  };
  host.onOther = (stream, caller) => {
    callerIsBack(host, stream, caller);
    backlogTaken(host, stream);
  };
  return host;
}

describe("demand that is saved at a time", () => {
  for (const time of [0, HOUR, DAY - 17, DAY, DAY + 1234.5]) {
    it(`${time} s goes on alike, as often as it is loaded, here and in another host`, () => {
      const host = hostOfEverything();
      beginArrivals(host);
      host.run(time);
      const saved = host.save();
      host.contacts = [];
      host.run(3 * DAY);
      const expected = host.contacts;
      expect(new Set(expected.map((c) => c.stream)).size).toBe(EVERYTHING.arrivals.length);
      host.load(saved);
      host.run(3 * DAY);
      expect(host.contacts).toEqual(expected);
      const other = hostOfEverything();
      for (let again = 0; again < 2; again++) {
        other.load(saved);
        other.run(3 * DAY);
        expect(other.contacts).toEqual(expected);
      }
    });
  }

  it("numbers no two cases of a stream alike", () => {
    const host = hostOfEverything();
    beginArrivals(host);
    host.run(3 * DAY);
    expect(new Set(host.contacts.map((c) => `${c.stream} ${c.number}`)).size).toBe(host.contacts.length);
  });
});

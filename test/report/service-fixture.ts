/** A made-up service part of a result: two channels, two topics, one of them with a hostile name, a day of contacts. */

import { type ServiceResult, type ServiceStaffing, summariseService } from "../../src/kpi/index.ts";
import { ServiceRecord } from "../../src/sim/service/record/index.ts";

type Two = readonly [string, string];

/** @param slower - how many times as long contacts wait as under the first strategy */
export function serviceFixture(channels: Two, topics: Two, replications: number, slower: number): ServiceResult {
  const names = { channels, topics, groups: [{ name: "front desk", atOnce: 2 }] };
  const records = Array.from({ length: replications }, (_, replication) => recordOfADay(replication, slower));
  return { ...summariseService(names, records, 0.95), staffing: [staffingOf(channels[0], slower)] };
}

/** Two hours in which a formula asks for more agents than were there, and for fewer. */
function staffingOf(channel: string, slower: number): ServiceStaffing {
  const hours = [
    { hour: 8, arrivals: 60, needed: 6, atWork: 4 },
    { hour: 17, arrivals: 20, needed: 3, atWork: 4.25 },
  ];
  return { channel, formula: "Erlang A", serviceLevel: 0.8, within: 20, work: 240 * slower, patience: 600, hours };
}

/** A contact every minute from 8 to 18 o'clock; waits come and go over the day, and every ninth contact gives up. */
function recordOfADay(replication: number, slower: number): Float64Array {
  const clock = { now: 0 };
  const record = new ServiceRecord(clock, { types: 4, groups: 1 });
  clock.now = 8 * 3600;
  record.agents(0, 4, 3);
  for (let contact = 0; contact < 600; contact++) {
    const type = contact % 4;
    const wait = slower * (1 + Math.sin(contact / 50 + replication)) * 12;
    record.arrives(type);
    record.joins(type);
    clock.now += wait;
    if (contact % 9 === replication) record.abandoned(type, wait, false);
    else record.answered(type, wait, wait <= 20);
    clock.now += 60 - Math.min(wait, 60);
  }
  record.agents(0, 0, 0);
  return record.cells();
}

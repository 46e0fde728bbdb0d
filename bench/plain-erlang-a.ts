/**
 * M/M/c+M as a plain loop over typed arrays: what somebody writes who wants this one model and nothing else. It draws by the same addressed
 * generator and keeps the same few figures; no journeys, no routing, no agents, no ledger.
 */

import type { Draws } from "../src/sim/kernel/index.ts";

export interface PlainErlangA {
  readonly contacts: number;
  readonly abandoned: number;
  /** Sum over all contacts, s. */
  readonly waited: number;
  /** Agents' time with a contact in hand, s. */
  readonly busy: number;
}

const ARRIVAL = 0;
const END = 1;
const PATIENCE = 2;

/**
 * @param arrivals - contacts to let come
 * @param rates - of arrivals, service and patience, 1/s
 */
export function plainErlangA(draws: Draws, arrivals: number, agents: number, rates: readonly [number, number, number]): PlainErlangA {
  const [arrivalRate, serviceRate, patienceRate] = rates;
  const room = 1 << 16;
  const mask = room - 1;
  // A binary heap of events: times, kinds, contacts.
  const times = new Float64Array(room);
  const kinds = new Uint8Array(room);
  const whose = new Int32Array(room);
  let size = 0;
  const schedule = (time: number, kind: number, contact: number) => {
    let place = size++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((times[parent] as number) <= time) break;
      times[place] = times[parent] as number;
      kinds[place] = kinds[parent] as number;
      whose[place] = whose[parent] as number;
      place = parent;
    }
    times[place] = time;
    kinds[place] = kind;
    whose[place] = contact;
  };
  const removeFirst = () => {
    size--;
    const time = times[size] as number;
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && (times[child + 1] as number) < (times[child] as number)) child++;
      if ((times[child] as number) >= time) break;
      times[place] = times[child] as number;
      kinds[place] = kinds[child] as number;
      whose[place] = whose[child] as number;
      place = child;
    }
    times[place] = time;
    kinds[place] = kinds[size] as number;
    whose[place] = whose[size] as number;
  };
  // The queue is a ring of contacts; one who has left stays in it, marked, until it comes to the head.
  const queue = new Int32Array(room);
  const waits = new Uint8Array(room);
  const since = new Float64Array(room);
  let head = 0;
  let tail = 0;
  let free = agents;
  let come = 0;
  let abandoned = 0;
  let waited = 0;
  let busy = 0;
  const serve = (now: number, contact: number) => {
    const seconds = -Math.log(draws.uniform(1, 0, contact)) / serviceRate;
    busy += seconds;
    schedule(now + seconds, END, contact);
  };
  schedule(-Math.log(draws.uniform(0, 0, 0)) / arrivalRate, ARRIVAL, 0);
  while (size > 0) {
    const now = times[0] as number;
    const kind = kinds[0] as number;
    const contact = whose[0] as number;
    removeFirst();
    if (kind === ARRIVAL) {
      come++;
      if (come < arrivals) schedule(now - Math.log(draws.uniform(0, 0, come)) / arrivalRate, ARRIVAL, come);
      if (free > 0) {
        free--;
        serve(now, contact);
      } else {
        queue[tail++ & mask] = contact;
        waits[contact & mask] = 1;
        since[contact & mask] = now;
        schedule(now - Math.log(draws.uniform(2, 0, contact)) / patienceRate, PATIENCE, contact);
      }
    } else if (kind === END) {
      while (head !== tail && waits[(queue[head & mask] as number) & mask] === 0) head++;
      if (head === tail) free++;
      else {
        const next = queue[head++ & mask] as number;
        waits[next & mask] = 0;
        waited += now - (since[next & mask] as number);
        serve(now, next);
      }
    } else if (waits[contact & mask] === 1) {
      waits[contact & mask] = 0;
      abandoned++;
      waited += now - (since[contact & mask] as number);
    }
  }
  return { contacts: come, abandoned, waited, busy };
}

/**
 * M/M/c+M as a plain loop over typed arrays: what somebody writes who wants this one model and nothing else, on the same kernel (event list,
 * addressed draws). It keeps the same few figures; no journeys, no routing, no agents with names, no ledger.
 */

import { type Draws, EventList } from "../src/sim/kernel/index.ts";

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

/** Places in the ring of those who wait. */
const ROOM = 1 << 16;
const MASK = ROOM - 1;

/**
 * @param arrivals - contacts to let come
 * @param rates - of arrivals, service and patience, 1/s
 */
export function plainErlangA(draws: Draws, arrivals: number, agents: number, rates: readonly [number, number, number]): PlainErlangA {
  const [arrivalRate, serviceRate, patienceRate] = rates;
  const events = new EventList();
  // The queue is a ring of contacts; one who has left stays in it, marked by -1, until it comes to the head.
  const queue = new Int32Array(ROOM);
  const patience = new Int32Array(ROOM).fill(-1);
  const since = new Float64Array(ROOM);
  let head = 0;
  let tail = 0;
  let free = agents;
  let come = 0;
  let abandoned = 0;
  let waited = 0;
  let busy = 0;
  events.schedule(-Math.log(draws.uniform(0, 0, 0)) / arrivalRate, ARRIVAL, 0, 0);
  while (events.pop()) {
    const now = events.time;
    const contact = events.entity;
    let served = -1;
    if (events.kind === ARRIVAL) {
      come++;
      if (come < arrivals) events.schedule(now - Math.log(draws.uniform(0, 0, come)) / arrivalRate, ARRIVAL, come, 0);
      if (free > 0) {
        free--;
        served = contact;
      } else {
        queue[tail++ & MASK] = contact;
        since[contact & MASK] = now;
        patience[contact & MASK] = events.schedule(now - Math.log(draws.uniform(2, 0, contact)) / patienceRate, PATIENCE, contact, 0);
      }
    } else if (events.kind === END) {
      while (head !== tail && patience[(queue[head & MASK] as number) & MASK] === -1) head++;
      if (head === tail) free++;
      else {
        served = queue[head++ & MASK] as number;
        events.cancel(patience[served & MASK] as number);
        patience[served & MASK] = -1;
        waited += now - (since[served & MASK] as number);
      }
    } else {
      patience[contact & MASK] = -1;
      abandoned++;
      waited += now - (since[contact & MASK] as number);
    }
    if (served >= 0) {
      const seconds = -Math.log(draws.uniform(1, 0, served)) / serviceRate;
      busy += seconds;
      events.schedule(now + seconds, END, served, 0);
    }
  }
  return { contacts: come, abandoned, waited, busy };
}

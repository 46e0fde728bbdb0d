/** What customers and centres do besides waiting: redials, retrials, chats, callbacks, outbound work, self-service. */

import type { World } from "../../../../src/sim/world.ts";
import { type Check, HEAVY, type Refutation } from "../check.ts";
import type { Figures } from "../figures.ts";
import { withRouting, withService } from "./changes.ts";
import { abandoning, blocking, inHand, meanWait, MINUTE, occupancy, offered, queueLength, waiting } from "./common.ts";

/** Cases whose caller will try again: after giving up waiting (1), after being turned away (2), after an answer that did not help (0). */
const orbit =
  (after: number) =>
  ({ service }: World): number => {
    if (service === undefined) return 0;
    const { recontact, hungUp } = service.cases.columns;
    let count = 0;
    for (let row = 0; row < service.cases.used; row++) {
      if (service.cases.isLive(row) && recontact[row] !== -1 && hungUp[row] === after) count++;
    }
    return count;
  };

const perMinute = (f: Figures, count: number): number => (count / f.seconds()) * MINUTE;

const redials: Check = {
  id: "cc-067",
  file: "cc-067",
  observers: [{ level: orbit(1) }, { level: orbit(0) }],
  metrics: [
    { name: "total_arrival_rate", value: (f) => perMinute(f, offered(f)) },
    { name: "Lq", value: (f) => queueLength(f) },
    { name: "occ", value: (f) => occupancy(f) },
    { name: "orbit_redial", value: (f) => f.observed(0) / f.seconds() },
    { name: "orbit_reconnect", value: (f) => f.observed(1) / f.seconds() },
    { name: "Pab_per_attempt", value: (f) => abandoning(f) },
    { name: "Wq_per_attempt", value: (f) => meanWait(f) / MINUTE },
  ],
};

const retrials: Check = {
  id: "cc-069",
  file: "cc-069",
  observers: [{ level: orbit(2) }],
  metrics: [
    { name: "P_busy", value: (f) => occupancy(f) },
    { name: "orbit", value: (f) => f.observed(0) / f.seconds() },
  ],
};

const chats: Check = {
  id: "cc-070",
  file: "cc-070",
  metrics: [
    // One chat in a hundred waits and one in a thousand is given up: rare events.
    { name: "Lq", value: (f) => queueLength(f), precision: HEAVY },
    { name: "Wq", value: (f) => meanWait(f) / MINUTE, precision: HEAVY },
    { name: "Pab", value: (f) => abandoning(f), precision: HEAVY },
    { name: "mean_chats_in_service", value: (f) => inHand(f) },
    { name: "throughput", value: (f) => perMinute(f, f.contacts("handlingEnded")) },
    { name: "mean_chat_duration", value: (f) => f.contacts("handlingSeconds") / f.contacts("handlingEnded") / MINUTE },
    { name: "agent_busy", value: (f) => occupancy(f) },
    { name: "Pdelay", value: (f) => waiting(f), precision: HEAVY },
  ],
};

/** Inbound contacts that did not choose the callback. */
const inbound = (f: Figures): number => f.contacts("joined");
const inboundWait = (f: Figures): number => f.contacts("answeredWait") + f.contacts("abandonedWait");

const callback: Check = {
  id: "cc-073",
  file: "cc-073",
  precision: HEAVY,
  metrics: [
    { name: "P_callback", value: (f) => f.contacts("calledBack") / offered(f) },
    // Waits of those who left the queue instead of the time integral, which is of both queues; nobody waits long at the ends of a run.
    { name: "Lq_inbound", value: (f) => inboundWait(f) / f.seconds() },
    { name: "Wq_inbound", value: (f) => inboundWait(f) / inbound(f) / MINUTE },
    { name: "Pab_inbound", value: (f) => f.contacts("abandoned") / inbound(f) },
    { name: "Lq_callback", value: (f) => f.contacts("otherWait") / f.seconds() },
    { name: "Wq_callback", value: (f) => f.contacts("otherWait") / f.contacts("reanswered") / MINUTE },
    { name: "occ", value: (f) => occupancy(f) },
  ],
};

const blending: Check = {
  id: "cc-075",
  file: "cc-075",
  precision: HEAVY,
  metrics: [
    { name: "Wq_in", value: (f) => meanWait(f, { channel: "phone" }) / MINUTE },
    { name: "outbound_throughput", value: (f) => perMinute(f, f.contacts("handlingEnded", { channel: "outbound" })) },
    { name: "occ", value: (f) => occupancy(f) },
  ],
};

/** Contacts that neither wait nor are with an agent. */
function inMenu({ service }: World): number {
  if (service === undefined) return 0;
  const { queued, agent } = service.contacts.columns;
  let count = 0;
  for (let contact = 0; contact < service.contacts.used; contact++) {
    if (service.contacts.isLive(contact) && queued[contact] === 0 && agent[contact] === -1) count++;
  }
  return count;
}

const menu: Check = {
  id: "cc-077",
  file: "cc-077",
  observers: [{ level: inMenu }],
  metrics: [
    { name: "P_block", value: blocking },
    { name: "Lq", value: (f) => queueLength(f) },
    { name: "Wq", value: (f) => meanWait(f) / MINUTE },
    { name: "P_delay_given_agent", value: (f) => waiting(f) },
    { name: "agent_occ", value: (f) => occupancy(f) },
    { name: "mean_in_ivr", value: (f) => f.observed(0) / f.seconds() },
    { name: "agent_flow", value: (f) => perMinute(f, f.contacts("handlingEnded")) },
  ],
};

export const behaviour: readonly Check[] = [redials, retrials, chats, callback, blending, menu];

export const behaviourRefuted: readonly Refutation[] = [
  {
    check: redials,
    metric: "total_arrival_rate",
    wrong: "who hangs up never calls again",
    change: withService({ recontact: { givesUp: 0, after: { exponential: { mean: "5min" } }, givesUpWaiting: 1 } }),
  },
  {
    check: chats,
    metric: "mean_chats_in_service",
    wrong: "chats do not slow each other down",
    change: withService({ groups: { agents: { agents: 4, home: ["chat"], atOnce: 3, totalSpeed: [1, 2, 3] } } }),
  },
  {
    check: callback,
    metric: "Wq_inbound",
    wrong: "calls are returned before those who wait",
    change: withService({ queues: { phone: { callback: { waiting: 3, announcedWait: "0s", accepted: 0.6, priority: 1, reserve: 0 } } } }),
  },
  { check: blending, metric: "Wq_in", wrong: "the backlog takes its turn with calls", change: withRouting("siloed") },
  {
    check: menu,
    metric: "P_block",
    wrong: "no limit of lines",
    change: withService({ queues: { phone: { lines: 1000, selfService: { time: { exponential: { mean: "0.5min" } }, settles: 0.5 } } } }),
  },
];

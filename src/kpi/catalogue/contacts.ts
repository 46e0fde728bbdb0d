/**
 * KPIs of single contacts: waits, answers, handling. Calls made by the company are nobody's wait and do not count as offered; those
 * who accept to be called back count as neither answered nor abandoned.
 */

import { EVERYWHERE, type Kpi } from "../kpi.ts";
import { at } from "../ledger.ts";
import { per, ratio, serviceCost, type Slice, sum, workedMs } from "../slice.ts";

const EVIDENCE = "evidence 2.3";
const NONE_ENDED = "no contact was answered or given up";

/** Came to the queue, and are out of it. */
function queued(s: Slice): number {
  return sum(s, "contactsAnswered") + sum(s, "contactsAbandoned") + sum(s, "contactsDisconnected");
}

/** Wanted an agent: queued, or left or turned away at the door. */
function wanted(s: Slice): number {
  return queued(s) + sum(s, "contactsBalked") + sum(s, "contactsBlocked");
}

export const contactKpis: readonly Kpi[] = [
  {
    id: "frt",
    label: "First response time",
    definition:
      "mean time from a customer's message or call to the answer, all channels; unanswered contacts do not count; moves with the mix of live and deferred channels",
    unit: "s",
    better: "lower",
    group: "service",
    source: `${EVIDENCE}: frt`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(sum(s, "answeredWaitMs") / 1000, sum(s, "contactsAnswered"), "no contact was answered"),
  },
  {
    id: "asa",
    label: "Speed of answer, live",
    definition: "sum of waits of answered live contacts / answered live contacts",
    unit: "s",
    better: "lower",
    group: "service",
    source: `${EVIDENCE}: asa`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(sum(s, "liveAnsweredWaitMs") / 1000, sum(s, "liveAnswered"), "no live contact was answered"),
  },
  {
    id: "mean_wait_all",
    label: "Wait of all",
    definition:
      "sum of waits of answered, abandoned and disconnected contacts / their number; who balks or is blocked does not wait; moves with the mix of live and deferred channels",
    unit: "s",
    better: "lower",
    group: "service",
    source: `${EVIDENCE}: mean_wait_all (needed for the Erlang A identity)`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(sum(s, "waitMs") / 1000, queued(s), NONE_ENDED),
  },
  {
    id: "service_level",
    label: "Service level",
    definition:
      "contacts answered in time / contacts answered, abandoned, disconnected, balked or blocked; in time = within the threshold where someone waits, within the promise where the answer comes later; short abandons count. Other thresholds and conventions: `service.byType[].serviceLevels` of the result",
    unit: "share",
    better: "higher",
    group: "service",
    source: `${EVIDENCE}: service_level(T)`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(sum(s, "contactsAnsweredWithin"), wanted(s), NONE_ENDED),
  },
  {
    id: "abandon",
    label: "Abandonment",
    definition:
      "contacts given up while waiting / contacts queued (answered, abandoned or disconnected); who balks or is blocked is not queued; returned calls excluded",
    unit: "share",
    better: "lower",
    group: "service",
    source: `${EVIDENCE}: abandon (Amazon Connect)`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(sum(s, "contactsAbandoned"), queued(s), NONE_ENDED),
  },
  {
    id: "wait_probability",
    label: "Probability of waiting",
    definition: "contacts that wait at all / contacts queued (answered, abandoned or disconnected)",
    unit: "share",
    better: "lower",
    group: "service",
    source: "Erlang C and A: P(W > 0)",
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(sum(s, "contactsWaited"), queued(s), NONE_ENDED),
  },
  {
    id: "promise_kept",
    label: "Promises kept",
    definition: "contacts answered and calls returned by their deadline / contacts that were due or given up",
    unit: "share",
    better: "higher",
    group: "service",
    source: "evidence 1.1 FT-3: e-mail within 6 working hours, missed call within 1 hour; measured under every strategy",
    needs: "service",
    scopes: EVERYWHERE,
    value: per("promisesKept", "promisesDue", NONE_ENDED),
  },
  {
    id: "aht",
    label: "Handling time",
    definition: "(talk + after-contact work) / contacts handled",
    unit: "s",
    better: "lower",
    group: "service",
    source: `${EVIDENCE}: aht`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(workedMs(s.sums) / 1000, sum(s, "contactsHandled"), "no contact was handled"),
  },
  {
    id: "occupancy",
    label: "Occupancy",
    definition: "time in which agents have a contact in hand or wrap up / time paid; several contacts at once count once",
    unit: "share",
    better: "none",
    group: "service",
    source: `${EVIDENCE}: occupancy; ContactCenters OCCUPANCY`,
    needs: "service",
    scopes: [],
    value: (s) => ratio(s.sums[at.busyMs] as number, s.sums[at.staffedMs] as number, "no agent was at work"),
  },
  {
    id: "transfer",
    label: "Contacts moved",
    definition: "handled contacts that are sent away or handed over to another channel / handled contacts",
    unit: "share",
    better: "lower",
    group: "service",
    source: `${EVIDENCE}: transfer (SQM)`,
    needs: "service",
    scopes: EVERYWHERE,
    value: per("contactsMoved", "contactsHandled", "no contact was handled"),
  },
  {
    id: "sent_away",
    label: "Sent to another channel",
    definition: "handled contacts after which the customer has to start again in another channel / handled contacts",
    unit: "share",
    better: "lower",
    group: "service",
    source: "source document 002: sending the customer away is the worst practice",
    needs: "service",
    scopes: EVERYWHERE,
    value: per("contactsSentAway", "contactsHandled", "no contact was handled"),
  },
  {
    id: "handed_over",
    label: "Handed over",
    definition: "handled contacts after which the company moves the case to another channel and calls / handled contacts",
    unit: "share",
    better: "none",
    group: "service",
    source: "source document 004: the agent moves the case",
    needs: "service",
    scopes: EVERYWHERE,
    value: per("contactsHandedOver", "contactsHandled", "no contact was handled"),
  },
  {
    id: "recontact",
    label: "Repeat contacts",
    definition: "customers' contacts that repeat an open case / customers' contacts",
    unit: "share",
    better: "lower",
    group: "service",
    source: `${EVIDENCE}: recontact; here by case, not by a window`,
    needs: "service",
    scopes: EVERYWHERE,
    value: per("recontacts", "contactsOffered", "no contact happened"),
  },
  {
    id: "context_repeat",
    label: "Explaining again",
    definition: "hand-offs (switch, move, repeat contact) at which the customer restates what was said / hand-offs",
    unit: "share",
    better: "lower",
    group: "service",
    source: `${EVIDENCE}: context_repeat, the defining omnichannel KPI`,
    needs: "service",
    scopes: EVERYWHERE,
    value: per("handOffsRepeated", "handOffs", "no case was taken up again"),
  },
  {
    id: "context_loss_time",
    label: "Time lost explaining again",
    definition: "extra handling time for rebuilding context / contacts handled",
    unit: "s",
    better: "lower",
    group: "service",
    source: `${EVIDENCE}: context_loss_time`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(sum(s, "rebuildingMs") / 1000, sum(s, "contactsHandled"), "no contact was handled"),
  },
  {
    id: "cost_per_contact",
    label: "Cost per contact",
    definition:
      "service cost (all paid staff time, cost of contacts) / contacts, calls made by the company included; by channel, staff cost is divided by time worked",
    unit: "money",
    better: "lower",
    group: "service",
    source: `${EVIDENCE}: cost_per_contact (MetricNet, which counts inbound contacts; calls that the company makes instead count here too)`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(serviceCost(s), sum(s, "contactsOffered") + sum(s, "callsMade") - sum(s, "callsWithdrawn"), "no contact happened"),
  },
];

/**
 * KPIs of single contacts: waits, answers, handling. Calls made by the company are nobody's wait and do not count as offered; those
 * who accept to be called back count as neither answered nor abandoned.
 */

import { window } from "../definition.ts";
import { EVERYWHERE, type Kpi } from "../kpi.ts";
import { per, ratio, type Slice, sum } from "../slice.ts";

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
    formula: "answeredWaitMs / 1000 / contactsAnswered",
    window: window.ended,
    reach: ["channel", "cross-channel"],
    conventions: ["denominator: contacts answered; never answered ones are told by never_answered", "automatic replies are no answers"],
    related: ["asa", "never_answered", "mean_wait_all"],
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
    formula: "liveAnsweredWaitMs / 1000 / liveAnswered",
    window: window.ended,
    reach: ["channel"],
    conventions: ["denominator: answered live contacts; who gives up is not in it", "time in self-service before the queue is left out"],
    related: ["mean_wait_all", "abandon"],
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
    formula: "waitMs / 1000 / (contactsAnswered + contactsAbandoned + contactsDisconnected)",
    window: window.ended,
    reach: ["channel"],
    conventions: ["denominator: all who waited in the queue", "who balks or is blocked does not wait"],
    related: ["asa", "abandon"],
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
    formula: "contactsAnsweredWithin / (contactsAnswered + contactsAbandoned + contactsDisconnected + contactsBalked + contactsBlocked)",
    window: window.ended,
    reach: ["channel"],
    conventions: [
      "denominator: contacts that wanted an agent",
      "short abandons count as not answered in time; other conventions are in `service.byType[].serviceLevels` of the result",
      "a contact still waiting at the end of the run is left out",
    ],
    related: ["asa", "abandon"],
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
    formula: "contactsAbandoned / (contactsAnswered + contactsAbandoned + contactsDisconnected)",
    window: window.ended,
    reach: ["channel"],
    conventions: ["denominator: contacts queued", "callbacks that were accepted are neither answered nor abandoned"],
    related: ["silent_abandon", "service_level"],
    source: `${EVIDENCE}: abandon (Amazon Connect)`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(sum(s, "contactsAbandoned"), queued(s), NONE_ENDED),
  },
  {
    id: "never_answered",
    label: "Never answered",
    definition: "contacts that wanted an agent and ended without one / contacts that wanted one and ended",
    unit: "share",
    better: "lower",
    group: "service",
    formula:
      "(contactsAbandoned + contactsDisconnected + contactsBalked + contactsBlocked) / (contactsAnswered + contactsAbandoned + contactsDisconnected + contactsBalked + contactsBlocked)",
    window: window.ended,
    reach: ["channel", "cross-channel"],
    conventions: ["denominator: contacts that wanted an agent", "settled by self-service and called back are neither"],
    related: ["frt", "abandon", "blocked"],
    source: `${EVIDENCE}: frt, whose share never answered is to be told separately`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) => ratio(wanted(s) - sum(s, "contactsAnswered"), wanted(s), NONE_ENDED),
  },
  {
    id: "wait_probability",
    label: "Probability of waiting",
    definition: "contacts that wait at all / contacts queued (answered, abandoned or disconnected)",
    unit: "share",
    better: "lower",
    group: "service",
    formula: "contactsWaited / (contactsAnswered + contactsAbandoned + contactsDisconnected)",
    window: window.ended,
    reach: ["channel"],
    conventions: ["denominator: contacts queued"],
    related: ["asa"],
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
    formula: "promisesKept / promisesDue",
    window: "promises that fall due in the period",
    reach: ["channel", "cross-channel"],
    conventions: [
      "denominator: promises that were due, or whose contact was given up",
      "measured under every strategy, also where nothing was promised",
    ],
    related: ["frt", "service_level"],
    source: "evidence 1.1 FT-3: e-mail within 6 working hours, missed call within 1 hour; measured under every strategy",
    needs: "service",
    scopes: EVERYWHERE,
    value: per("promisesKept", "promisesDue", NONE_ENDED),
  },
];

/** KPIs of what else happens to contacts than an answer: turned away, settled before the queue, passed on, interrupted. */

import { EVERYWHERE, type Kpi, type ServiceMechanism } from "../kpi.ts";
import { at, type CounterName } from "../ledger.ts";
import { per, ratio, sum, workedMs } from "../slice.ts";

const EVIDENCE = "evidence 2.3";
const CONTACT_CENTERS = "ContactCenters (Buist & L'Ecuyer)";

interface ShareKpi {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly better: Kpi["better"];
  readonly source: string;
  readonly mechanism: ServiceMechanism;
  readonly of: readonly [part: CounterName, whole: CounterName];
}

const NONE_OF: Partial<Record<CounterName, string>> = {
  contactsOffered: "no contact happened",
  contactsAbandoned: "no contact was given up",
  contactsHandled: "no contact was handled",
};

function share({ of: [part, whole], ...about }: ShareKpi): Kpi {
  return {
    ...about,
    unit: "share",
    group: "service",
    needs: "service",
    scopes: EVERYWHERE,
    value: per(part, whole, NONE_OF[whole] ?? "none"),
  };
}

export const contactEndKpis: readonly Kpi[] = [
  share({
    id: "blocked",
    label: "Blocked",
    definition: "contacts turned away because no line or place to wait was free, or the channel was down / customers' contacts",
    better: "lower",
    source: `${CONTACT_CENTERS}: BLOCKRATIO; Erlang B`,
    mechanism: "blocking",
    of: ["contactsBlocked", "contactsOffered"],
  }),
  share({
    id: "balked",
    label: "Balked",
    definition: "contacts that leave at once instead of waiting / customers' contacts",
    better: "lower",
    source: "Gans, Koole & Mandelbaum 2003, Telephone call centers: balking; ContactCenters counts it as abandonment",
    mechanism: "balking",
    of: ["contactsBalked", "contactsOffered"],
  }),
  share({
    id: "disconnected",
    label: "Cut off while waiting",
    definition: "contacts cut off because the channel closed or failed / customers' contacts",
    better: "lower",
    source: `${CONTACT_CENTERS}: disconnected contacts`,
    mechanism: "cuttingOff",
    of: ["contactsDisconnected", "contactsOffered"],
  }),
  share({
    id: "self_service_containment",
    label: "Settled by self-service",
    definition: "contacts settled by self-service / customers' contacts, those of channels without self-service included",
    better: "higher",
    source: `${EVIDENCE}: self_service_containment; here by contact`,
    mechanism: "selfService",
    of: ["contactsContained", "contactsOffered"],
  }),
  share({
    id: "silent_abandon",
    label: "Silent abandonment",
    definition: "contacts given up without telling / contacts given up",
    better: "lower",
    source: `${EVIDENCE}: silent_abandon (Castellanos, Yom-Tov & Goldberg)`,
    mechanism: "silence",
    of: ["abandonedSilently", "contactsAbandoned"],
  }),
  share({
    id: "callback_share",
    label: "Callbacks accepted",
    definition: "contacts that accept to be called back instead of waiting / customers' contacts",
    better: "none",
    source: `${CONTACT_CENTERS}: virtual queueing`,
    mechanism: "callback",
    of: ["callbacksAccepted", "contactsOffered"],
  }),
  share({
    id: "redial_share",
    label: "Redials",
    definition: "contacts of callers from outside who try again after they gave up or were turned away / customers' contacts",
    better: "lower",
    source: "Ding, Remerova, van der Mei & Zwart 2015, Fluid approximation of a call center model with redials and reconnects",
    mechanism: "redial",
    of: ["redials", "contactsOffered"],
  }),
  share({
    id: "passed_on",
    label: "Passed on",
    definition: "handled contacts passed on to another queue while the customer stays / handled contacts",
    better: "lower",
    source: `${CONTACT_CENTERS}: call transfers`,
    mechanism: "transfers",
    of: ["transfers", "contactsHandled"],
  }),
  {
    id: "wait_abandoned",
    label: "Wait in vain",
    definition: "sum of waits of abandoned and disconnected contacts / their number",
    unit: "s",
    better: "none",
    group: "service",
    source: `${CONTACT_CENTERS}: TIMETOABANDON`,
    needs: "service",
    scopes: EVERYWHERE,
    value: (s) =>
      ratio(
        (sum(s, "waitMs") - sum(s, "answeredWaitMs")) / 1000,
        sum(s, "contactsAbandoned") + sum(s, "contactsDisconnected"),
        "nobody waited in vain",
      ),
  },
  {
    id: "interruptions",
    label: "Interruptions",
    definition: "times that the handling of a contact is interrupted by a more urgent one / contacts handled",
    unit: "ratio",
    better: "lower",
    group: "service",
    source: "preemptive-resume priority (Cobham's model with preemption)",
    needs: "service",
    mechanism: "preemption",
    scopes: EVERYWHERE,
    value: per("interruptions", "contactsHandled", "no contact was handled"),
  },
  {
    id: "concurrency",
    label: "Contacts at once",
    definition: "sum of (handling + after-contact work) / time in which agents have a contact in hand or wrap up",
    unit: "ratio",
    better: "none",
    group: "service",
    source: `${EVIDENCE}: concurrency`,
    needs: "service",
    mechanism: "atOnce",
    scopes: [],
    value: (s) => ratio(workedMs(s.sums), s.sums[at.busyMs] as number, "no agent was at work"),
  },
];

/** The journey of a customer with a contract: awareness, a period after the other, service, renewal or the end. */

import { setup } from "xstate";
import { caseStates } from "./case-states.ts";
import { contractVocabulary } from "./contract-vocabulary.ts";
import { stubs } from "./vocabulary.ts";

/**
 * Lived where the scenario has `needs.renewal`. What happens in a case is what happens in one of `customer.ts`; a renewal that falls due while a
 * case is open is decided when the case is over, and the next period begins when it fell due.
 */
export const subscriberMachine = setup({
  types: {
    events: {} as
      | { type: "BECOME_AWARE" }
      | { type: "ALREADY_CUSTOMER" }
      | { type: "COMPANY_CALLS" }
      | { type: "CONTACT_RESOLVED" }
      | { type: "CONTACT_FAILED" },
  },
  ...stubs(contractVocabulary),
}).createMachine({
  id: "subscriber",
  initial: "awareness",
  states: {
    awareness: {
      initial: "unaware",
      states: {
        unaware: {
          on: {
            BECOME_AWARE: { target: "#subscriber.contract", actions: ["noteAwareness", "signContract"] },
            ALREADY_CUSTOMER: { target: "#subscriber.loyalty.content", actions: "joinMidway" },
          },
        },
      },
    },
    contract: {
      initial: "paying",
      states: {
        paying: {
          entry: "beginPeriod",
          always: [
            { guard: "hasProblem", target: "#subscriber.service" },
            { target: "#subscriber.loyalty", actions: "finishPurchase" },
          ],
        },
        renewing: {
          entry: "comeDue",
          always: [
            { guard: "renews", target: "paying", actions: "renew" },
            { target: "#subscriber.churned", actions: "leave" },
          ],
        },
      },
    },
    service: {
      initial: "noticingProblem",
      states: {
        ...caseStates("subscriber"),
      },
    },
    loyalty: {
      initial: "reflecting",
      states: {
        reflecting: {
          entry: "reflect",
          always: [{ guard: "changesAttitude", target: "recommending" }, { target: "content" }],
        },
        recommending: {
          entry: "recommend",
          always: { target: "content" },
        },
        content: {
          after: { timeToRenewal: { target: "#subscriber.contract.renewing" } },
        },
      },
    },
    churned: { type: "final" },
  },
});

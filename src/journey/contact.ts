/** The journey of one service contact: it queues, is answered or gives up, is handled, and ends resolved, unresolved or moved. */

import { setup } from "xstate";
import { contactVocabulary } from "./contact-vocabulary.ts";
import { stubs } from "./vocabulary.ts";

/**
 * `queueing` is somebody who waits and may give up; `awaitingCall` is a contact that the company makes itself (a missed
 * call returned, a case moved to a better channel): the customer gets on with life and nobody loses patience.
 */
export const contactMachine = setup({
  types: {
    events: {} as { type: "ARRIVE" } | { type: "CALL_OUT" } | { type: "ANSWERED" } | { type: "WITHDRAW" },
  },
  ...stubs(contactVocabulary),
}).createMachine({
  id: "contact",
  initial: "created",
  states: {
    created: {
      on: {
        ARRIVE: { target: "queueing" },
        CALL_OUT: { target: "awaitingCall" },
      },
    },
    queueing: {
      entry: "joinQueue",
      on: { ANSWERED: { target: "handling" } },
      after: { patience: { target: "abandoned" } },
    },
    awaitingCall: {
      entry: "joinQueue",
      on: {
        ANSWERED: { target: "handling", actions: "reachCustomer" },
        WITHDRAW: { target: "withdrawn" },
      },
    },
    handling: {
      entry: "beginHandling",
      after: { handlingTime: { target: "assessing" } },
    },
    assessing: {
      entry: "endHandling",
      always: [{ guard: "belongsElsewhere", target: "moved" }, { guard: "isResolved", target: "resolved" }, { target: "unresolved" }],
    },
    resolved: { type: "final", entry: "endResolved" },
    unresolved: { type: "final", entry: "endUnresolved" },
    moved: { type: "final", entry: "moveToOtherChannel" },
    abandoned: { type: "final", entry: "leaveQueue" },
    withdrawn: { type: "final", entry: "withdrawFromQueue" },
  },
});

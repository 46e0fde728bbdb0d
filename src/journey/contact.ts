/** The journey of one service contact: self-service, queue, handling, transfers, and the ways in which it ends. */

import { setup } from "xstate";
import { contactVocabulary } from "./contact-vocabulary.ts";
import { stubs } from "./vocabulary.ts";

/**
 * `queueing` is somebody who waits and may give up; `awaitingCall` is a contact that the company makes itself (a missed
 * call returned, a callback instead of waiting, a case moved to a better channel): the customer gets on with life and nobody loses
 * patience. `gone` has left without telling, and still stands in the queue.
 */
export const contactMachine = setup({
  types: {
    events: {} as
      | { type: "ARRIVE" }
      | { type: "CALL_OUT" }
      | { type: "ANSWERED" }
      | { type: "HANDLED" }
      | { type: "INTERRUPTED" }
      | { type: "CUT_OFF" }
      | {
          type: "WITHDRAW";
        },
  },
  ...stubs(contactVocabulary),
}).createMachine({
  id: "contact",
  initial: "created",
  states: {
    created: {
      on: {
        ARRIVE: [
          { guard: "queuesAtOnce", target: "queueing" },
          { guard: "findsNoLine", target: "blocked" },
          { guard: "meetsSelfService", target: "selfService" },
          { target: "entering" },
        ],
        CALL_OUT: { target: "awaitingCall" },
      },
    },
    selfService: {
      entry: "takeLine",
      after: { selfServiceTime: [{ guard: "isSelfServed", target: "contained" }, { target: "entering" }] },
    },
    entering: {
      always: [
        { guard: "findsQueueFull", target: "blocked" },
        { guard: "balks", target: "balked" },
        { guard: "prefersCallback", target: "awaitingCall", actions: "promiseCallback" },
        { target: "queueing" },
      ],
    },
    queueing: {
      entry: "joinQueue",
      on: { ANSWERED: { target: "handling" }, CUT_OFF: { target: "disconnected" } },
      after: { patience: [{ guard: "leavesSilently", target: "gone" }, { target: "abandoned" }] },
    },
    gone: {
      entry: "leaveSilently",
      on: { ANSWERED: { target: "noticing" }, CUT_OFF: { target: "unnoticed" } },
    },
    noticing: {
      entry: "wonder",
      on: { HANDLED: { target: "unnoticed", actions: "giveUpWondering" } },
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
      on: { HANDLED: { target: "assessing" }, INTERRUPTED: { target: "interrupted" } },
    },
    interrupted: {
      entry: "waitAgain",
      on: { ANSWERED: { target: "resumed" } },
      after: { patienceOnHold: { target: "abandonedOnHold" } },
    },
    resumed: {
      entry: "resumeHandling",
      on: { HANDLED: { target: "assessing" }, INTERRUPTED: { target: "interrupted" } },
    },
    assessing: {
      entry: "endHandling",
      always: [
        { guard: "isTransferred", target: "queueing", actions: "transfer" },
        { guard: "belongsElsewhere", target: "moved" },
        { guard: "isResolved", target: "resolved" },
        { target: "unresolved" },
      ],
    },
    contained: { type: "final", entry: "endContained" },
    blocked: { type: "final", entry: "turnAway" },
    balked: { type: "final", entry: "balk" },
    disconnected: { type: "final", entry: "cutOff" },
    unnoticed: { type: "final", entry: "forgetContact" },
    resolved: { type: "final", entry: "endResolved" },
    unresolved: { type: "final", entry: "endUnresolved" },
    moved: { type: "final", entry: "moveToOtherChannel" },
    abandoned: { type: "final", entry: "leaveQueue" },
    abandonedOnHold: { type: "final", entry: "leaveHold" },
    withdrawn: { type: "final", entry: "withdrawFromQueue" },
  },
});

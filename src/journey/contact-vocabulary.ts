/** The words that the service contact's journey may call. */

import type { Vocabulary } from "./vocabulary.ts";

export const contactVocabulary = {
  actions: {
    takeLine: { about: "Occupies one of the channel's lines for the time of self-service.", shared: true },
    endContained: { about: "Self-service settled the case: counts it and closes the case.", shared: true },
    turnAway: { about: "No line or no place in the queue: counts it; the customer may try again.", shared: true },
    balk: { about: "The customer does not want to wait: counts it; the customer may try again.", shared: true },
    promiseCallback: { about: "The contact becomes a call that the company will make, behind those who wait.", shared: true },
    joinQueue: { about: "Puts the contact in the queue of its type and asks the routing policy for an agent.", shared: true },
    leaveSilently: { about: "The customer leaves, and nobody is told: the place in the queue stays taken.", shared: true },
    wonder: { about: "The agent finds nobody there, after a while (s).", shared: true },
    giveUpWondering: { about: "Frees the agent who found nobody there.", shared: true },
    reachCustomer: { about: "Tells the customer that the company is calling.", shared: true },
    beginHandling: { about: "Counts the wait, finds out what is known of the case, fixes the work (s) and begins it.", shared: true },
    waitAgain: { about: "Interrupted by a more urgent contact: back to the queue with the work that is left (s).", shared: true },
    resumeHandling: { about: "Goes on with the work that was left (s).", shared: true },
    endHandling: { about: "Frees the agent into wrap-up and records what was said.", shared: true },
    transfer: { about: "Passes the contact on to another type (channel, topic), cold or introduced by the agent.", shared: true },
    endResolved: { about: "Tells the customer that the case is resolved.", shared: true },
    endUnresolved: { about: "Tells the customer that the case is not resolved.", shared: true },
    moveToOtherChannel: { about: "Sends the customer to another channel, or hands the case over if the strategy can.", shared: true },
    leaveQueue: { about: "Takes the contact out of the queue; a promise may have the call returned.", shared: true },
    leaveHold: { about: "Who was interrupted hangs up: takes the contact out of the queue; the customer may try again.", shared: true },
    cutOff: { about: "The channel has closed or failed: takes the contact out of the queue.", shared: true },
    forgetContact: { about: "Ends a contact whose customer had left without telling.", shared: true },
    withdrawFromQueue: { about: "Takes back a call that is no longer needed.", shared: true },
  },
  guards: {
    queuesAtOnce: {
      about:
        "Nothing stands between the contact and the queue: no limits, no self-service, nobody balks, no callback is offered, the channel works.",
      shared: true,
    },
    findsNoLine: { about: "All lines of the channel are taken, or the channel is down.", shared: true },
    meetsSelfService: { about: "The channel answers by self-service first.", shared: false },
    isSelfServed: { about: "Self-service settles the case.", shared: false },
    findsQueueFull: { about: "Nobody is free, and no more may wait in the channel.", shared: true },
    balks: {
      about: "The contact would have to wait, and the customer leaves at once: by nature, or because the announced wait is too long.",
      shared: true,
    },
    prefersCallback: { about: "The company offers to call back, and the customer accepts.", shared: true },
    leavesSilently: { about: "A customer who gives up does not tell.", shared: false },
    isTransferred: { about: "The contact is passed on after handling.", shared: false },
    belongsElsewhere: { about: "The topic cannot be settled in this channel.", shared: false },
    isResolved: { about: "The agent settles the case: first-contact resolution, skill, what was known.", shared: false },
  },
  delays: {
    selfServiceTime: { about: "How long self-service takes.", shared: false },
    patience: { about: "How long the customer waits for an answer.", shared: false },
    patienceOnHold: {
      about: "How long the customer waits who was interrupted; endless unless the scenario says otherwise.",
      shared: false,
    },
  },
} as const satisfies Vocabulary;

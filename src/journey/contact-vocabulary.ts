/** The words that the service contact's journey may call. */

import type { Vocabulary } from "./vocabulary.ts";

export const contactVocabulary = {
  actions: {
    joinQueue: { about: "Counts the contact as offered and asks the routing policy for an agent, or queues it.", shared: true },
    reachCustomer: { about: "Tells the customer that the company is calling.", shared: true },
    beginHandling: { about: "Counts the wait, finds out what is known of the case, fixes the handling time (s).", shared: true },
    endHandling: { about: "Frees the agent into wrap-up and records what was said.", shared: true },
    endResolved: { about: "Tells the customer that the case is resolved.", shared: true },
    endUnresolved: { about: "Tells the customer that the case is not resolved.", shared: true },
    moveToOtherChannel: { about: "Sends the customer to another channel, or hands the case over if the strategy can.", shared: true },
    leaveQueue: { about: "Takes the contact out of the queue; a promise may have the call returned.", shared: true },
    withdrawFromQueue: { about: "Takes back a call that is no longer needed.", shared: true },
  },
  guards: {
    belongsElsewhere: { about: "The topic cannot be settled in this channel.", shared: false },
    isResolved: { about: "The agent settles the case: first-contact resolution, skill, what was known.", shared: false },
  },
  delays: {
    patience: { about: "How long the customer waits for an answer.", shared: false },
    handlingTime: { about: "Talk or writing time, with explaining again where the context was lost.", shared: false },
  },
} as const satisfies Vocabulary;

/** The words of customers with a contract, beside those of every customer. */

import { customerVocabulary } from "./customer-vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

const contractWords = {
  actions: {
    signContract: { about: "Begins a contract: its first period begins now.", shared: false },
    joinMidway: { about: "Puts a customer of old somewhere within a period that is paid.", shared: false },
    beginPeriod: { about: "Begins a period: books its price (money) and margin, fixes when it ends.", shared: false },
    comeDue: { about: "Counts that a renewal is due.", shared: false },
    renew: { about: "Counts that the contract is renewed.", shared: false },
  },
  guards: {
    renews: {
      about: "Renews the contract: unless the customer's own probability of leaving, shifted by satisfaction, says otherwise.",
      shared: false,
    },
  },
  delays: {
    timeToRenewal: { about: "Until the period ends; zero if it ended while a case was open.", shared: false },
  },
} as const satisfies Vocabulary;

export const contractVocabulary = {
  actions: { ...customerVocabulary.actions, ...contractWords.actions },
  guards: { ...customerVocabulary.guards, ...contractWords.guards },
  delays: { ...customerVocabulary.delays, ...contractWords.delays },
} as const satisfies Vocabulary;

/** The words that only customers with a contract have. */
export type ContractWords = typeof contractWords;

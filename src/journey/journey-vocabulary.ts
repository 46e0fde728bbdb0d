/** All words that the journey of a customer may call: those of retail, and those of any business. */

import { customerVocabulary } from "./customer-vocabulary.ts";
import { genericVocabulary } from "./generic-vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

export const journeyVocabulary = {
  actions: { ...customerVocabulary.actions, ...genericVocabulary.actions },
  guards: { ...customerVocabulary.guards, ...genericVocabulary.guards },
  delays: customerVocabulary.delays,
} as const satisfies Vocabulary;

/** What the engine tells a customer; a journey that does not handle one ignores it, as XState does. */
export const journeyEvents = {
  BECOME_AWARE: "The customer hears of the company: by the scenario's `awareness`, or at the start where there is none.",
  ALREADY_CUSTOMER: "Told at the start, instead of BECOME_AWARE, to the share `alreadyCustomers` of the segment.",
  CONTACT_RESOLVED: "The contact that `contactCompany` began has settled the case.",
  CONTACT_FAILED: "It has not: the customer hung up, was sent to another channel, or was not helped.",
  ARTICLE_ARRIVED: "The article that the customer waits for is there and put aside; `placeOrder` takes it.",
  COMPANY_CALLS: "The company calls about the open case; CONTACT_RESOLVED or CONTACT_FAILED follows.",
  FOLLOWED_UP: "The company has got in touch as planned after a contact or an order; told where `needs.followUpResponse` is above 0.",
} as const;

/** The events of a journey, as XState's types want them. */
export type JourneyEvent = { readonly type: keyof typeof journeyEvents };

/** What each capability switches, in words; the mechanisms live where they act (`src/sim/`). */

import type { CapabilityName } from "../scenario/index.ts";

export interface CapabilityDescription {
  readonly label: string;
  readonly off: string;
  readonly on: string;
}

export const capabilityCatalogue: Readonly<Record<CapabilityName, CapabilityDescription>> = {
  sharedHistory: {
    label: "Shared history",
    off: "what a customer said is known in the same channel at best",
    on: "every recorded contact is known to every agent; keeping the record takes after-contact time",
  },
  unifiedOffer: {
    label: "Unified offer",
    off: "price and assortment differ by channel",
    on: "one price, and every article can be ordered in every channel",
  },
  unifiedStock: {
    label: "Unified stock",
    off: "each location sees and sells its own stock; collection waits for a delivery to the shop",
    on: "one live view: orders are met from any location, collection comes from the shop's shelf",
  },
  sharedBasket: {
    label: "Shared basket",
    off: "a basket lives on one device",
    on: "the basket follows the customer",
  },
  channelHandoff: {
    label: "Channel hand-off",
    off: "a customer whose problem belongs elsewhere is sent there and starts again",
    on: "the agent moves the case and the company calls the customer",
  },
  contextualRouting: {
    label: "Contextual routing",
    off: "staff and queue of each channel apart, first come first served",
    on: "one queue over all channels: the agent who knows the case, then skill in the channel, then longest idle",
  },
  responsePromises: {
    label: "Response promises",
    off: "missed calls are lost",
    on: "contacts are served by deadline, missed calls are returned",
  },
  plannedFollowUp: {
    label: "Planned follow-up",
    off: "nothing follows a contact",
    on: "the company gets in touch after a contact, or an order: problems that only seemed settled come to light, the next need may come sooner; costs contacts",
  },
  personalisation: {
    label: "Personalisation",
    off: "the same offer to all",
    on: "the offer fits better the more is known of the customer: in the same channel, or in all with shared history",
  },
  inStoreApp: {
    label: "In-store app",
    off: "the shop shows what is on its shelf",
    on: "visitors with the app scan articles in the shop: information, and what the web shows",
  },
  agentTraining: {
    label: "Agent training",
    off: "agents work at the speed and resolution of their skills",
    on: "trained agents are faster and settle more at the first contact",
  },
};

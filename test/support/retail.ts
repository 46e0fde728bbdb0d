/** A small retailer with everything switched on, and the same in a world where the frictions that capabilities remove are absent. */

import type { Written } from "./runs.ts";

const SHOP_HOURS = { "mon-sat": "09:00-19:00" };
const OFFICE_HOURS = { "mon-fri": "08:00-18:00" };

type Part<K extends keyof Written> = NonNullable<Written[K]>;

export const channels: Part<"channels"> = {
  web: { kind: "self-service", can: ["inform", "sell"], conversion: { new: 0.25, returning: 0.2 } },
  app: { kind: "self-service", can: ["inform", "sell"], conversion: { new: 0.25, returning: 0.2 } },
  social: { kind: "self-service", can: ["inform"] },
  shop: { kind: "in-person", can: ["inform", "sell", "serve"], hours: SHOP_HOURS, conversion: { new: 0.4, returning: 0.4 } },
  phone: { kind: "live", can: ["serve"], hours: OFFICE_HOURS },
  chat: { kind: "live", can: ["serve"], hours: OFFICE_HOURS },
  email: { kind: "deferred", can: ["inform", "serve"] },
};

export const SERVING = ["shop", "phone", "chat", "email"] as const;

const segments: Part<"segments"> = {
  online: { size: 120, alreadyCustomers: 0.6, affinity: { web: 1, app: 1, shop: 0 }, serviceAffinity: { chat: 1, phone: 0.5 } },
  local: { size: 80, alreadyCustomers: 0.6, affinity: { shop: 1 }, serviceAffinity: { phone: 1 }, spendFactor: 1.2 },
};

/** Frequent needs and problems, so that little time shows much. */
const needs: Part<"needs"> = { r: 2, alpha: "12w" };

function everySkill(speed: (channel: string) => number) {
  return Object.fromEntries(SERVING.map((channel) => [channel, { speed: speed(channel) }]));
}

function serviceOf(agents: number, equal: boolean): Part<"service"> {
  const group = (home: string, hours: Record<string, string> | "always") => ({
    agents,
    hours,
    home: [home],
    skills: everySkill((channel) => (equal || channel === home ? 1 : 0.8)),
  });
  return {
    problems: 0.6,
    timeToProblem: { exponential: { mean: "1d" } },
    topics: equal ? { question: {}, defect: { refund: 0.3 } } : { question: {}, defect: { settledIn: ["phone", "shop"], refund: 0.3 } },
    handling: Object.fromEntries(SERVING.map((channel) => [channel, { lognormal: { mean: "12m", cv: 1 } }])),
    firstContactResolution: 0.5,
    groups: {
      "shop desk": group("shop", equal ? "always" : SHOP_HOURS),
      "phone team": group("phone", equal ? "always" : OFFICE_HOURS),
      "chat team": group("chat", equal ? "always" : OFFICE_HOURS),
      "back office": group("email", equal ? "always" : OFFICE_HOURS),
    },
  };
}

const outside: NonNullable<Part<"service">["arrivals"]> = {
  calls: { channel: "phone", rate: "0.5/h" },
  mails: { channel: "email", rate: "0.2/h" },
};

/** Prices and assortments that differ, customers whom information and relevance move, other companies to go to. */
const unequal: Part<"offer"> = {
  prices: { web: 0.95, shop: 1.02 },
  assortment: { shop: 0.75 },
  informationWeight: 0.2,
  relevance: { interactions: 1, conversion: 1, basket: 0.1 },
  inStoreApp: { scans: 0.5 },
  elsewhere: { share: 0.5, price: 0.97, compared: 0.2 },
};

/** Frictions of all kinds: unequal offers, stock-outs, lost baskets, waits, lost context, problems that belong elsewhere. */
export function retailer(): Written {
  return {
    history: "8w",
    horizon: "13w",
    channels,
    segments,
    awareness: { innovation: "0.5/y", imitation: "1/y" },
    needs: { ...needs, priceWeight: 2 },
    offer: unequal,
    stock: {
      articles: 8,
      locations: {
        warehouse: { channels: ["web", "app"], units: 2, leadTime: { exponential: { mean: "10d" } } },
        floor: { channels: ["shop"], units: 1.5, leadTime: { exponential: { mean: "10d" } } },
      },
    },
    experience: { priceIrritation: 0.5, notCarriedPenalty: 0.02 },
    service: { ...serviceOf(1, false), wrapUp: { exponential: { mean: "1m" } }, arrivals: outside },
    strategies: { multichannel: {}, omnichannel: {}, "single-channel": {} },
  };
}

/** The same without what capabilities remove. */
export const removed = {
  unifiedOffer: { prices: {}, assortment: {} },
  personalisation: { relevance: { interactions: 1, conversion: 0, basket: 0 } },
  inStoreApp: { inStoreApp: { scans: 0 } },
  plannedFollowUp: { followUp: { contacts: 0, orders: 0 } },
  agentTraining: { training: { speed: 1, resolution: 1, time: 0 } },
  sharedHistory: {
    context: { recorded: 1, sameChannel: 1, otherChannel: 1, rebuilding: { deterministic: "0s" }, resolutionLoss: 0.3 },
    documentation: { deterministic: "0s" },
  },
  channelHandoff: { handover: { deterministic: "0s" } },
  sharedBasket: { deviceSwitch: { share: 0, givesUp: 0.6 } },
  unifiedStock: {
    collection: { share: 0.2, fromStore: { deterministic: "1d" }, shippedToStore: { deterministic: "1d" }, cost: 2 },
  },
} as const;

/** No stock, equal agents enough that nobody waits, everything recorded and found, every topic settled everywhere. */
export function frictionless(): Written {
  const { stock: _, ...rest } = retailer();
  return {
    ...rest,
    offer: { ...removed.sharedBasket, ...removed.unifiedStock },
    service: {
      ...serviceOf(12, true),
      ...removed.sharedHistory,
      ...removed.channelHandoff,
      ...removed.plannedFollowUp,
      ...removed.agentTraining,
      arrivals: outside,
    },
  };
}

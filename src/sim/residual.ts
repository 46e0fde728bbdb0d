/** How what customers are still worth at the end of the horizon comes to be known. */

import { type Needs, type Offer, type Scenario, scenarioSchema } from "../scenario/index.ts";

/** By closed form, by living on, or not at all, and why not. */
export type Residual = { readonly by: "closed form" | "simulation" } | { readonly by: null; readonly reason: string };

/** Parts of a scenario by which a need may end without purchase, or a purchase cost more than its goods. */
const FRICTIONS = ["channels", "awareness", "stock", "experience", "service", "journey", "loyaltyProgramme"] as const;
/** Parameters of needs that the closed form knows, or that say nothing where there are no visits. */
const KNOWN_NEEDS: readonly (keyof Needs)[] = [
  "r",
  "alpha",
  "a",
  "b",
  "past",
  "goesOn",
  "timeBetweenVisits",
  "inertia",
  "habit",
  "satisfactionWeight",
  "activeHours",
  "researchWindow",
  "renewal",
];
const KNOWN_OFFER: readonly (keyof Offer)[] = [
  "spend",
  "grossMargin",
  "abandonment",
  "deviceSwitch",
  "delivery",
  "collection",
  "checkoutTime",
];

/** Needs and offer with nothing written. */
const { needs: plainNeeds, offer: plainOffer } = scenarioSchema.parse({ name: "plain", needs: {}, offer: {} });

/** Names of the parameters that are neither known nor at their default. */
function beyond<T extends object>(part: T, preset: T, known: readonly (keyof T)[]): string[] {
  const names = Object.keys(part) as (keyof T & string)[];
  return names.filter((name) => !known.includes(name) && JSON.stringify(part[name]) !== JSON.stringify(preset[name]));
}

/**
 * Why the scenario has no closed form of what customers are worth, or undefined if it has: then every need is a purchase at once (BG/NBD), or all
 * have contracts (shifted beta-geometric); each is worth the margin of the customer's mean order (gamma–gamma).
 */
function noClosedForm(scenario: Scenario): string | undefined {
  const { needs, offer } = scenario;
  if (needs === undefined || offer === undefined) return "without needs and an offer nobody is worth anything";
  // Who never leaves is then worth infinitely much, and few are enough for a mean without meaning.
  if (scenario.discountRate === 0) return "with a discountRate of 0 what is to come has no end";
  const found: string[] = FRICTIONS.filter((part) => scenario[part] !== undefined);
  const delay = needs.timeBetweenVisits;
  // Who has a contract visits nobody.
  const buysAtOnce = needs.renewal !== undefined || (delay.kind === "deterministic" && delay.value === 0);
  if (!buysAtOnce) found.push("needs.timeBetweenVisits");
  found.push(...beyond(needs, plainNeeds ?? needs, KNOWN_NEEDS).map((name) => `needs.${name}`));
  found.push(...beyond(offer, plainOffer ?? offer, KNOWN_OFFER).map((name) => `offer.${name}`));
  return found.length === 0 ? undefined : `there is no closed form with ${found.join(", ")}`;
}

/** Living on, where the scenario says how long; else the closed form, where there is one. */
export function residualOf(scenario: Scenario): Residual {
  if (scenario.lifetimeValue.tail > 0) return { by: "simulation" };
  const reason = noClosedForm(scenario);
  return reason === undefined
    ? { by: "closed form" }
    : { by: null, reason: `${reason}, and lifetimeValue.tail, which would simulate it, is 0s` };
}

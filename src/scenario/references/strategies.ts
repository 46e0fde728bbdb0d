/** Strategies extend presets or each other without going in circles, and the baseline is one of them. */

import type { Finding } from "../problems/finding.ts";
import { presetNames } from "../schema/strategies.ts";
import { own } from "../value.ts";
import { ANY, type Check, type Draft, has, usedAsTexts } from "./draft.ts";
import { unknownName } from "./unknown-name.ts";

function isPreset(name: string): boolean {
  return (presetNames as readonly string[]).includes(name);
}

/** Whether a strategy extends the preset of its own name. */
function extendsOwnPreset(name: string, parent: string): boolean {
  return name === parent && isPreset(name);
}

/** What strategies extend is a preset or a strategy of the file. */
export const extendedExist: Check = (draft) => {
  const known = [...new Set([...presetNames, ...draft.strategies.keys()])];
  return usedAsTexts(draft, ["strategies", ANY, "extends"])
    .filter((use) => !known.includes(use.name))
    .map((use) => unknownName(use, "strategy or preset", known));
};

function parentOf(draft: Draft, name: string): string | undefined {
  const parent = own(draft.strategies.get(name), "extends");
  return typeof parent === "string" && draft.strategies.has(parent) && !extendsOwnPreset(name, parent) ? parent : undefined;
}

/** The strategies from `start` back to itself, or undefined when the chain ends or runs into another circle. */
function circleFrom(draft: Draft, start: string): string[] | undefined {
  const chain = [start];
  const seen = new Set(chain);
  for (let next = parentOf(draft, start); next !== undefined; next = parentOf(draft, next)) {
    chain.push(next);
    if (next === start) return chain;
    if (seen.has(next)) return undefined;
    seen.add(next);
  }
  return undefined;
}

/** No strategy extends itself, directly or by others; each circle is reported once. */
export const noCircles: Check = (draft) => {
  const told = new Set<string>();
  return [...draft.strategies.keys()].flatMap((name): Finding[] => {
    const circle = told.has(name) ? undefined : circleFrom(draft, name);
    if (circle === undefined) return [];
    for (const member of circle) told.add(member);
    const found = `a circle: ${circle.join(" → ")}`;
    return [{ path: ["strategies", name, "extends"], at: "value", expected: "a chain of strategies that ends at a preset", found }];
  });
};

/** The baseline is a strategy of the scenario. */
export const baselineExists: Check = (draft) =>
  usedAsTexts(draft, ["baseline"])
    .filter((use) => !draft.strategies.has(use.name))
    .map((use) => unknownName(use, "strategy", [...draft.strategies.keys()]));

/** A programme that a strategy puts in force is described. */
export const programmeIsDescribed: Check = (draft) =>
  has(draft, "loyaltyProgramme")
    ? []
    : [...draft.strategies.entries()]
        .filter(([, strategy]) => own(strategy, "loyaltyProgramme") === true)
        .map(([name]) => ({
          path: ["strategies", name, "loyaltyProgramme"],
          at: "value",
          expected: "also the part loyaltyProgramme, which says who joins and what members get",
          found: "none",
        }));

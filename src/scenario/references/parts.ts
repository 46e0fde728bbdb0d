/** Parts of a scenario stand on each other: what needs what, and nothing is empty. */

import type { Path } from "../path.ts";
import type { Finding } from "../problems/finding.ts";
import { isMap, valueAt } from "../value.ts";
import { type Check, type Draft, has } from "./draft.ts";

const NEEDS: readonly (readonly [part: string, other: string, why: string])[] = [
  ["segments", "needs", "people without needs do nothing"],
  ["journey", "segments", "somebody has to live the journey"],
  ["needs", "segments", "somebody has to have the needs"],
  ["awareness", "segments", "somebody has to become aware"],
  ["offer", "needs", "somebody has to want it"],
  ["stock", "offer", "goods are sold by an offer"],
  ["stock", "channels", "goods are sold in channels"],
  ["service", "channels", "contacts come by channels"],
  ["loyaltyProgramme", "needs", "members bring their needs"],
  ["loyaltyProgramme", "offer", "rewards are a share of spend"],
];

const NOT_EMPTY: readonly (readonly [path: Path, what: string])[] = [
  [["channels"], "at least one channel"],
  [["segments"], "at least one segment"],
  [["strategies"], "at least one strategy"],
  [["service", "groups"], "at least one group of agents"],
  [["service", "topics"], "at least one topic"],
  [["stock", "locations"], "at least one location"],
];

function missingPart(part: string, other: string, why: string): Finding {
  return { path: [part], at: "key", expected: `also the part ${other} (${why})`, found: "none" };
}

/** People who live a journey of the author's need no needs. */
function isLived(draft: Draft, part: string, other: string): boolean {
  return part === "segments" && other === "needs" && has(draft, "journey");
}

/** Parts that another part needs are there. */
export const partsAreComplete: Check = (draft) =>
  NEEDS.filter(([part, other]) => has(draft, part) && !has(draft, other) && !isLived(draft, part, other)).map(([part, other, why]) =>
    missingPart(part, other, why),
  );

function reasonsForContact(draft: Draft): boolean {
  const arrivals = valueAt(draft.input, ["service", "arrivals"]);
  const fromOutside = arrivals !== undefined && arrivals !== null && !(isMap(arrivals) && Object.keys(arrivals).length === 0);
  return fromOutside || has(draft, "journey") || (has(draft, "needs") && has(draft, "offer"));
}

/** Service has something to do. */
export const serviceHasContacts: Check = (draft) => {
  if (!has(draft, "service") || reasonsForContact(draft)) return [];
  const expected = "service.arrivals, or the parts needs and offer (contacts come from outside or from orders)";
  return [{ path: ["service"], at: "key", expected, found: "neither" }];
};

/** Something happens at all. */
export const somethingHappens: Check = (draft) => {
  const any = ["needs", "service", "segments", "offer", "stock", "awareness", "journey"].some((part) => has(draft, part));
  return any ? [] : [{ path: [], at: "value", expected: "the part needs (with segments), the part service, or both", found: "neither" }];
};

/** Maps that must hold something do. */
export const nothingIsEmpty: Check = (draft) =>
  NOT_EMPTY.flatMap(([path, expected]): Finding[] => {
    const value = valueAt(draft.input, path);
    return isMap(value) && Object.keys(value).length === 0 ? [{ path, at: "value", expected, found: "{}" }] : [];
  });

/** What happens while somebody waits is said only of channels in which somebody does. */

import { oneOf } from "../problems/nearest.ts";
import { own, valueAt } from "../value.ts";
import { ANY, type Check, expand } from "./draft.ts";

const QUEUES = ["service", "queues", ANY] as const;

/** Keys of a queue with the kinds of channels that they make sense in. */
const WAITING: Readonly<Record<string, readonly string[]>> = {
  lines: ["live", "in-person"],
  atClose: ["live", "in-person"],
  balks: ["live", "in-person"],
  announce: ["live", "in-person"],
  selfService: ["live", "in-person"],
  silent: ["live"],
  callback: ["live"],
};

/** Values that change nothing; resolved files write them out. */
const HARMLESS: ReadonlySet<unknown> = new Set(["finish", 0, "0%", false]);

/** Callbacks, announcements and the like stand only in channels in which somebody waits. */
export const onlyWaitersAreKept: Check = (draft) =>
  Object.entries(WAITING).flatMap(([key, kinds]) =>
    expand(draft, [...QUEUES, key]).flatMap((path) => {
      const kind = own(draft.channels.get(String(path[2])), "kind");
      const wrongKind = typeof kind === "string" && kind !== "self-service" && !kinds.includes(kind);
      if (!wrongKind || HARMLESS.has(valueAt(draft.input, path))) return [];
      const expected = `${key} only in a channel that is ${oneOf(kinds)} (somebody waits there)`;
      return [{ path, at: "key" as const, expected, found: `a channel that is ${kind}` }];
    }),
  );

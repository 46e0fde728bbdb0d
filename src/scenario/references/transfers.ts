/** Transfers go somewhere, from each type of contact at most all go, and none goes round for ever. */

import type { Path } from "../path.ts";
import type { Finding } from "../problems/finding.ts";
import { share } from "../schema/units.ts";
import { isMap, own, valueAt } from "../value.ts";
import { ANY, can, type Check, type Draft, expand } from "./draft.ts";

/** Sums of shares such as 3 × 33.4 % may miss 1 by rounding. */
const ROUNDING = 1e-9;

interface Transfer {
  readonly path: Path;
  readonly from: unknown;
  readonly to: unknown;
  readonly share: number;
}

interface Type {
  readonly channel: string;
  readonly topic: string;
}

/** The transfers whose share can be read. */
function transfersOf(draft: Draft): Transfer[] {
  return expand(draft, ["service", "transfers", ANY]).flatMap((path) => {
    const written = valueAt(draft.input, path);
    const part = share.safeParse(own(written, "share"));
    const [from, to] = [own(written, "from"), own(written, "to")];
    return part.success && isMap(from) && isMap(to) ? [{ path, from, to, share: part.data }] : [];
  });
}

function typesOf(draft: Draft): Type[] {
  const serving = [...draft.channels.keys()].filter((channel) => can(draft, channel, "serve"));
  return serving.flatMap((channel) => [...draft.topics.keys()].map((topic) => ({ channel, topic })));
}

function nameOf({ channel, topic }: Type): string {
  return `${topic} in ${channel}`;
}

function comesFrom({ from }: Transfer, { channel, topic }: Type): boolean {
  return (own(from, "channel") ?? channel) === channel && (own(from, "topic") ?? topic) === topic;
}

function targetOf({ to }: Transfer, { channel, topic }: Type): string {
  const [toChannel, toTopic] = [own(to, "channel"), own(to, "topic")];
  return nameOf({ channel: typeof toChannel === "string" ? toChannel : channel, topic: typeof toTopic === "string" ? toTopic : topic });
}

/** Transfers change the channel, the topic or both. */
export const transfersGoSomewhere: Check = (draft) =>
  expand(draft, ["service", "transfers", ANY, "to"]).flatMap((path): Finding[] => {
    const to = valueAt(draft.input, path);
    return isMap(to) && Object.keys(to).length === 0 ? [{ path, at: "value", expected: "a channel, a topic or both", found: "{}" }] : [];
  });

interface Leaving {
  readonly type: Type;
  readonly transfers: readonly Transfer[];
  readonly total: number;
}

function leavingOf(draft: Draft): Leaving[] {
  const transfers = transfersOf(draft);
  if (transfers.length === 0) return [];
  return typesOf(draft).map((type) => {
    const leaving = transfers.filter((transfer) => comesFrom(transfer, type));
    return { type, transfers: leaving, total: leaving.reduce((sum, { share: part }) => sum + part, 0) };
  });
}

function lastOf({ transfers }: Leaving): Path {
  return transfers.at(-1)?.path ?? [];
}

/** Each transfer is named at most once. */
function oncePerPlace(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ path }, i) => findings.findIndex((other) => other.path[2] === path[2]) === i);
}

/** No more than all contacts of a type are passed on. */
export const notMoreThanAllLeave: Check = (draft) => {
  const tooMany = leavingOf(draft).filter(({ total }) => total > 1 + ROUNDING);
  return oncePerPlace(
    tooMany.map((leaving) => ({
      path: [...lastOf(leaving), "share"],
      at: "value",
      expected: `shares of ${nameOf(leaving.type)} that add up to at most 100%`,
      found: `${Math.round(leaving.total * 1e6) / 1e4}%`,
    })),
  );
};

/** Types from which contacts come to an end: not all are passed on, or some to a type that ends. */
function ending(all: readonly Leaving[]): ReadonlySet<string> {
  const ends = new Set(all.filter(({ total }) => total < 1 - ROUNDING).map(({ type }) => nameOf(type)));
  let before = -1;
  while (before !== ends.size) {
    before = ends.size;
    for (const { type, transfers } of all) {
      if (transfers.some((transfer) => transfer.share > 0 && ends.has(targetOf(transfer, type)))) ends.add(nameOf(type));
    }
  }
  return ends;
}

/** Contacts that are passed on come to an end. */
export const transfersEnd: Check = (draft) => {
  const all = leavingOf(draft);
  const known = new Set(all.map(({ type }) => nameOf(type)));
  const ends = ending(all);
  const endless = all.filter(({ type, transfers, total }) => {
    const closed = transfers.every((transfer) => known.has(targetOf(transfer, type)));
    return closed && total <= 1 + ROUNDING && !ends.has(nameOf(type));
  });
  return oncePerPlace(
    endless.map((leaving) => ({
      path: lastOf(leaving),
      at: "value",
      expected: `transfers that some contacts of ${nameOf(leaving.type)} leave at last`,
      found: "all are passed on for ever",
    })),
  );
};

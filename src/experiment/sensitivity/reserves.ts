/** How many agents can be kept free for others: what a reserve may be depends on the groups, and not on the schema alone. */

import type { Path, Scenario } from "../../scenario/index.ts";

type Groups = NonNullable<Scenario["service"]>["groups"];
type Group = Groups[string];

/** Fewest agents whom a group has at work while anybody is. */
function fewest({ agents, schedule, shifts }: Group): number {
  const heads = schedule?.map(({ value }) => value) ?? shifts?.map((shift) => shift.agents) ?? [agents ?? 0];
  return Math.min(...heads.filter((head) => head > 0));
}

/** Which groups serve the contacts that a reserve is for; undefined: the path is no reserve. */
function servedBy(path: Path): ((group: Group) => boolean) | undefined {
  const [service, part, of, ...rest] = path;
  if (service !== "service" || of === undefined) return undefined;
  const name = String(of);
  if (part === "topics" && rest.join(".") === "reserve") return ({ topics }) => topics === undefined || topics.includes(name);
  if (part === "queues" && rest.join(".") === "callback.reserve")
    return ({ home, skills }) => home.includes(name) || Object.hasOwn(skills, name);
  return undefined;
}

/**
 * The largest reserve that leaves the contacts somebody in every group: half of the smallest group that serves them. A reserve as large as a
 * group shuts the contacts out of it, which is another question than how many to keep free.
 *
 * @returns undefined: the path is no reserve; 0: no group has an agent to spare
 */
export function largestReserve({ service }: Pick<Scenario, "service">, path: Path): number | undefined {
  const serves = servedBy(path);
  if (serves === undefined) return undefined;
  const heads = Object.values(service?.groups ?? {})
    .filter(serves)
    .map(fewest)
    .filter((head) => head < Infinity);
  return heads.length === 0 ? 0 : Math.floor(Math.min(...heads) / 2);
}

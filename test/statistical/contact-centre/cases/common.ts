/** Figures that many cases share. Times in seconds. */

import type { Figures, Which } from "../figures.ts";

/** Contacts that came to the company. */
export const offered = (f: Figures, which?: Which): number => f.contacts("arrived", which) + f.contacts("transferred", which);
/** Time in the queue of all contacts, served or not, interruptions included. */
export const waited = (f: Figures, which?: Which): number =>
  f.contacts("answeredWait", which) + f.contacts("abandonedWait", which) + f.contacts("otherWait", which);
/** Mean number waiting. */
export const queueLength = (f: Figures, which?: Which): number => f.contacts("waitingSeconds", which) / f.seconds();
/** Share of agents' time at work with a contact in hand. */
export const occupancy = (f: Figures, group?: string): number => f.agents("working", group) / f.agents("atWork", group);
/** Share of all contacts that leave the queue. */
export const abandoning = (f: Figures, which?: Which): number => f.contacts("abandoned", which) / offered(f, which);
/** Mean time in the queue of all contacts that joined it. */
export const meanWait = (f: Figures, which?: Which): number => waited(f, which) / f.contacts("joined", which);
/** Mean number in hand. */
export const inHand = (f: Figures, group?: string): number => f.agents("inHand", group) / f.seconds();
/** Share of contacts that did not find an agent at once. */
export function waiting(f: Figures, which?: Which): number {
  const waits = f.waits(which);
  return 1 - (waits[0] as number) / waits.reduce((sum, count) => sum + count, 0);
}
/** Share turned away. */
export const blocking = (f: Figures): number => f.contacts("blocked") / offered(f);

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

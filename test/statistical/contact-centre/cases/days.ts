/** Days of the library ContactCenters (Buist & L'Ecuyer): each figure is its mean over 8,000 to 40,000 replications. */

import type { World } from "../../../../src/sim/world.ts";
import type { Check, Metric, Refutation } from "../check.ts";
import type { Figures } from "../figures.ts";
import { withAgents, withRouting, withService } from "./changes.ts";
import { DAY, MINUTE, offered } from "./common.ts";
import { days, occupancyOpen } from "./transient.ts";

const answered = (f: Figures): number => f.contacts("answered");
const abandoned = (f: Figures): number => f.contacts("abandoned");
const inTarget = (f: Figures): number => f.contacts("answeredInTime");
/** Those who gave up before the threshold are nobody's fault. */
const abandonedLate = (f: Figures, threshold: number): number => abandoned(f) - f.within("abandoned", threshold);

const perDay = (name: string, count: (f: Figures) => number): Metric => ({ name, value: (f) => count(f) / days(f) });
const IN_TARGET = perDay("Number of contacts in target", inTarget);
const SPEED_OF_ANSWER: Metric = { name: "Speed of answer", value: (f) => f.contacts("answeredWait") / answered(f) / MINUTE };
const OCCUPANCY: Metric = { name: "Occupancy ratio", value: occupancyOpen };

const mmc: Check = {
  id: "cc-100",
  file: "cc-100",
  metrics: [IN_TARGET, { name: "Service level", value: (f) => inTarget(f) / offered(f) }, SPEED_OF_ANSWER, OCCUPANCY],
};

const abandonment: Check = {
  id: "cc-101",
  file: "cc-101",
  metrics: [
    perDay("Number of contacts having abandoned", abandoned),
    IN_TARGET,
    { name: "Service level", value: (f) => inTarget(f) / answered(f) },
    SPEED_OF_ANSWER,
    OCCUPANCY,
    { name: "Service level with abandonment", value: (f) => inTarget(f) / (answered(f) + abandonedLate(f, 20)) },
  ],
};

const blocked: Check = {
  id: "cc-102",
  file: "cc-102",
  metrics: [
    perDay("Number of blocked contacts", (f) => f.contacts("blocked")),
    IN_TARGET,
    { name: "Service level with blocked contacts", value: (f) => inTarget(f) / offered(f) },
    SPEED_OF_ANSWER,
  ],
};

const PLACES = [0, 1, 2];
const OPEN: readonly [number, number] = [0, 6];
const OPEN_SECONDS = 6 * 3600;

/** Of the first group until the last call of the day is over; agents who finish a call after their period count as there. */
function occupancyToTheEnd(f: Figures): number {
  const afterHours = f.observed(0) - OPEN_SECONDS * days(f);
  return f.agents("working", "first") / (f.agents("atWork", "first", OPEN) + LAST_AGENTS * afterHours);
}
const LAST_AGENTS = 9;

const skills: Check = {
  id: "cc-103",
  file: "cc-103",
  metrics: [
    perDay("Number of served contacts", answered),
    perDay("Number of contacts having abandoned", abandoned),
    { name: "Service level", value: (f) => inTarget(f) / (answered(f) + abandonedLate(f, 20)) },
    ...PLACES.flatMap((type) =>
      PLACES.map((period) =>
        perDay(`Number of contacts meeting target service level / Type ${type}, period ${period}`, (f) =>
          f.contacts("answeredInTime", { topic: `type ${type} period ${period}` }),
        ),
      ),
    ),
  ],
};

const skillsOccupancy: Check = {
  id: "cc-103",
  file: "cc-103",
  part: { name: "occupancy", replications: 32 },
  // In the opening hours somebody is always there, but for the first seconds.
  observers: [{ level: ({ service }) => (service === undefined || service.contacts.live === 0 ? 0 : 1) }],
  metrics: [{ name: "Occupancy ratio", value: occupancyToTheEnd }],
};

const WEEK = 7 * DAY;
const perWeek = (name: string, count: (f: Figures) => number): Metric => ({ name, value: (f) => count(f) / (f.seconds() / WEEK) });
/** Work of a group over the agents' paid time, 45 hours a week. */
const worked = (f: Figures, agents: number, group?: string): number =>
  (100 * f.agents("handlingSeconds", group)) / (agents * 45 * 3600 * (f.seconds() / WEEK));

/**
 * Served contacts that waited for at most a minute in all their attempts together, as the library counts (every contact is served in the end,
 * or the customer gives up and `hungUp` says so).
 */
function servedInTime({ service }: World, count: () => void): void {
  if (service === undefined) return;
  const { cases } = service;
  const release = cases.release.bind(cases);
  cases.release = (row) => {
    if (cases.columns.hungUp[row] === 0 && (cases.columns.liveWait[row] as number) <= MINUTE) count();
    release(row);
  };
}

const bilingual: Check = {
  id: "cc-107",
  file: "cc-107",
  metrics: [
    perWeek("Number of arrived contacts / all types", offered),
    perWeek("Number of retrials after abandonment / all types", (f) => f.contacts("redialled")),
    perWeek("Number of served contacts / all types", answered),
    perWeek("Number of abandoned contacts / all types", abandoned),
    { name: "Agents' occupancy ratio / English-only", value: (f) => worked(f, 7, "English") },
    { name: "Agents' occupancy ratio / bilingual", value: (f) => worked(f, 4, "bilingual") },
    { name: "Agents' occupancy ratio / all groups", value: (f) => worked(f, 18) },
  ],
};

const bilingualInTime: Check = {
  id: "cc-107",
  file: "cc-107",
  part: { name: "in-time", replications: 16 },
  observers: [{ happens: servedInTime }],
  metrics: [
    perWeek("Number of contacts in target / all types", (f) => f.observed(0)),
    // Of the 5,000 new contacts that are expected.
    perWeek("Service level / all types", (f) => (100 * f.observed(0)) / 5000),
  ],
};

/** All ratios are per the 1,660 calls that are expected on a day. */
const CALLS = 1660;
const perCall = (name: string, count: (f: Figures) => number): Metric => ({ name, value: (f) => count(f) / (CALLS * days(f)) });
const lost = (f: Figures): number => abandoned(f) + f.contacts("balked");

const varying: Check = {
  id: "cc-115",
  file: "cc-115",
  metrics: [
    perDay("Number of arrivals per day", offered),
    perCall("Average waiting time per customer", (f) => f.contacts("answeredWait") + f.contacts("abandonedWait")),
    // Whoever leaves early has waited for less than s too.
    perCall("Proportion of waiting times < s", (f) => f.within("answered", 20) + f.within("abandoned", 20) + f.contacts("balked")),
    perCall("Proportion of calls lost", lost),
  ],
};

export const libraryDays: readonly Check[] = [mmc, abandonment, blocked, skills, skillsOccupancy, bilingual, bilingualInTime, varying];

export const libraryDaysRefuted: readonly Refutation[] = [
  {
    check: blocked,
    metric: "Number of blocked contacts",
    wrong: "room for six",
    change: withService({ queues: { phone: { capacity: 6 } } }),
  },
  { check: mmc, metric: "Occupancy ratio", wrong: "13 agents instead of 12", change: withAgents("agents", 13) },
  { check: bilingual, metric: "Agents' occupancy ratio / bilingual", wrong: "the longest idle agent", change: withRouting("one-queue") },
];

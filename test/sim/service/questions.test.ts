/** Questions before buying: answered in time they change nothing, unanswered they cost conversion. */

import { describe, expect, it } from "vitest";
import { type ExecutorName, replicate } from "../../../src/sim/index.ts";
import { compared, onlyOne, planOf, sumsOf, type Written } from "../../support/runs.ts";
import { minutes } from "./story.ts";

type Questions = NonNullable<NonNullable<Written["offer"]>["questions"]>;
interface Desk {
  readonly agents?: number;
  readonly hours?: Record<string, string> | "always";
  readonly handling?: number;
}

const CONVERSION = 0.25;

function shop(questions: Questions | undefined, { agents = 200, hours = "always", handling = 5 }: Desk = {}): Written {
  return {
    history: "0s",
    horizon: "26w",
    channels: {
      web: { kind: "self-service", can: ["inform", "sell"], conversion: { new: CONVERSION, returning: CONVERSION } },
      chat: { kind: "live", can: ["serve"], hours },
    },
    segments: { people: { size: 500, alreadyCustomers: 1 } },
    needs: { r: 4, alpha: "10w", a: 0, goesOn: 0, activeHours: "always" },
    offer: { abandonment: 0, deviceSwitch: { share: 0 }, ...(questions === undefined ? {} : { questions }) },
    service: {
      problems: 0,
      lateProblems: 0,
      firstContactResolution: 1,
      handling: { chat: minutes(handling) },
      groups: { desk: { agents, home: ["chat"] } },
    },
    strategies: { multichannel: {}, omnichannel: {} },
  };
}

function lived(written: Written) {
  const plan = planOf(written);
  const outcome = onlyOne(compared(plan, ["multichannel"]));
  const s = sumsOf(plan, outcome);
  return { s, outcome, visits: s("visits"), conversion: s("orders") / s("visits"), se: Math.sqrt((0.25 * 0.75) / s("visits")) };
}

describe("questions that are answered at once", () => {
  const none = lived(shop(undefined));
  const all = lived(shop({ share: 1 }));

  it("are contacts, one a visit, and change no decision", () => {
    expect(all.s("contactsOffered")).toBe(all.visits);
    expect(Math.abs(all.conversion - CONVERSION)).toBeLessThan(3 * all.se);
    expect(all.s("orders")).toBe(none.s("orders"));
    expect(none.s("contactsOffered")).toBe(0);
  });

  it("are no experience of a purchase: nobody is surveyed, nothing is paid back", () => {
    expect([all.s("csatAnswers"), all.s("refunds")]).toEqual([0, 0]);
    expect(all.s("casesResolved")).toBe(all.s("casesClosed"));
  });

  it("are asked by the share that the scenario states", () => {
    const some = lived(shop({ share: 0.3 }));
    expect(Math.abs(some.s("contactsOffered") / some.visits - 0.3)).toBeLessThan(3 * Math.sqrt((0.3 * 0.7) / some.visits));
  });
});

describe("questions that nobody answers", () => {
  const odds = CONVERSION / (1 - CONVERSION);
  const after = (effect: number) => (odds * Math.exp(effect)) / (1 + odds * Math.exp(effect));

  it("lose conversion by the coefficient: a channel that is closed", () => {
    const closed = lived(shop({ share: 1, unanswered: -1 }, { hours: { mon: "00:00-00:01" } }));
    expect(closed.s("contactsOffered")).toBeLessThan(closed.visits / 100);
    expect(Math.abs(closed.conversion - after(-1))).toBeLessThan(3 * closed.se + 0.001);
  });

  it("lose what live chat brings in the study, by default", () => {
    const closed = lived(shop({ share: 1 }, { hours: { mon: "00:00-00:01" } }));
    expect(CONVERSION / after(-0.19)).toBeCloseTo(1.16, 1);
    expect(Math.abs(closed.conversion - after(-0.19))).toBeLessThan(3 * closed.se);
  });

  it("or too late: of visitors with two minutes of patience some wait, some decide without", () => {
    const busy = lived(shop({ share: 1, unanswered: -1, patience: minutes(2) }, { agents: 1, handling: 60 }));
    const waiting = busy.s("contactsAbandoned");
    expect(waiting).toBeGreaterThan(500);
    expect(busy.s("contactsHandled")).toBeGreaterThan(500);
    const mixed = (waiting * after(-1) + busy.s("contactsHandled") * CONVERSION) / (waiting + busy.s("contactsHandled"));
    expect(Math.abs(busy.conversion - mixed)).toBeLessThan(3 * busy.se);
  });
});

describe("a share of 0", () => {
  it("is as if there were no questions", () => {
    const { outcome } = lived(shop({ share: 0, unanswered: -5 }));
    const none = lived(shop(undefined)).outcome;
    expect([outcome.digest, outcome.events]).toEqual([none.digest, none.events]);
    expect(outcome.ledger).toEqual(none.ledger);
  });
});

describe("questions", () => {
  it("are the same for tables that run ahead, tables that do not, and live actors", () => {
    const plan = planOf({ ...shop({ share: 0.5, patience: minutes(2) }, { agents: 1, handling: 30 }), horizon: "5w" });
    const ways: readonly (readonly [ExecutorName, boolean])[] = [
      ["compiled", true],
      ["compiled", false],
      ["reference", false],
    ];
    const lives = ways.map(([executor, runAhead]) => replicate({ plan, strategies: ["omnichannel"], replication: 0, executor, runAhead }));
    expect(lives[1]).toEqual(lives[0]);
    expect(lives[2]).toEqual(lives[0]);
  });
});

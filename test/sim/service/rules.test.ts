/** Laws of the service: conservation, no leaks, no impossible orders. */

import { describe, expect, it } from "vitest";
import { begin, runMonths } from "../../../src/sim/engine.ts";
import { replicate } from "../../../src/sim/index.ts";
import { rootKeyOf } from "../../../src/sim/kernel/index.ts";
import { ReplicationError } from "../../../src/sim/replicate.ts";
import { createWorld } from "../../../src/sim/world.ts";
import { siloed } from "../../../src/strategies/index.ts";
import { retailer } from "../../support/retail.ts";
import { onlyOne, compared, planOf, sumsOf } from "../../support/runs.ts";
import { liveThrough, valuesOf } from "../../support/worlds.ts";
import { centre } from "./centre.ts";

const plan = planOf({ ...retailer(), horizon: "52w" });

describe.each(["multichannel", "omnichannel"])("after fourteen months, %s", (strategy) => {
  const world = liveThrough(plan, { strategy });
  const s = sumsOf(plan, onlyOne(compared(plan, [strategy])), { fromMonth: 0 });
  const { service } = world;
  if (service === undefined) throw new Error("no service");

  it("has kept account of every contact, call and case", () => {
    const { caseRow, madeByCompany, queued, agent } = service.contacts.columns;
    const live = Array.from(caseRow.subarray(0, service.contacts.used), (_, row) => row).filter((row) => service.contacts.isLive(row));
    const waiting = (byCompany: number) => live.filter((row) => queued[row] === 1 && madeByCompany[row] === byCompany).length;
    const handled = live.filter((row) => (agent[row] as number) >= 0).length;
    expect(s("contactsOffered")).toBe(s("contactsAnswered") + s("contactsAbandoned") + waiting(0));
    expect(s("contactsOffered") + s("callsMade")).toBe(
      s("contactsHandled") + s("contactsAbandoned") + s("callsWithdrawn") + service.contacts.live,
    );
    expect(handled + waiting(0) + waiting(1)).toBe(live.length);
    const { closed } = service.cases.columns;
    const rows = Array.from({ length: service.cases.used }, (_, row) => row).filter((row) => service.cases.isLive(row));
    // A closed case keeps its row until its follow-up is over.
    expect(s("casesOpened")).toBe(s("casesClosed") + rows.filter((row) => closed[row] === 0).length);
    expect(s("contactsMoved")).toBe(s("contactsSentAway") + s("contactsHandedOver"));
    // Nobody was promised a follow-up.
    expect(s("promisesDue")).toBe(s("contactsAbandoned") + s("contactsHandled") + handled - s("followUps"));
  });

  it("has used a few rows over and over", () => {
    expect(s("contactsOffered")).toBeGreaterThan(2000);
    expect(service.contacts.used).toBeLessThan(300);
    expect(service.cases.used).toBeLessThan(300);
    expect(service.contacts.live).toBeLessThan(150);
  });

  it("has customers with at most one case each, every row theirs", () => {
    const rows = valuesOf(world, "caseRow").filter((row) => row >= 0);
    expect(new Set(rows).size).toBe(rows.length);
    for (const row of rows) expect(service.cases.isLive(row)).toBe(true);
  });
});

describe("a routing policy", () => {
  it.each([
    ["an agent who is busy or off", { ...siloed, name: "greedy", selectAgent: () => 0 }],
    ["an agent without the skill", { ...siloed, name: "greedy", selectAgent: () => 1 }],
    ["nobody who exists", { ...siloed, name: "greedy", selectAgent: () => 99 }],
  ])("that chooses %s is stopped with its name", (_, policy) => {
    const busy = planOf(
      centre({
        service: {
          groups: { phone: { agents: 1, home: ["phone"] }, chat: { agents: 1, home: ["chat"] } },
          arrivals: { calls: { channel: "phone", rate: "60/h" } },
        },
      }),
    );
    const world = createWorld(busy, rootKeyOf("test"), 0, "compiled");
    begin(world);
    if (world.service !== undefined) world.service.policy = policy;
    expect(() => runMonths(world, 0, 1)).toThrow(/routing policy "greedy" gave contact \d+ to agent (0|1|99), which is not possible/);
  });
});

describe("a task that fails", () => {
  it("says under which strategy, in which replication and when", () => {
    const broken = planOf({ ...retailer(), strategies: { multichannel: {}, "web only": { channels: ["web"] } } });
    const run = () => replicate({ plan: broken, strategies: ["multichannel", "web only"], replication: 2, executor: "compiled" });
    expect(run).toThrow(ReplicationError);
    expect(run).toThrow(/^strategy "web only", replication 2, day \d+\.\d\d: .*offers no channel that serves/);
    try {
      run();
    } catch (error) {
      const { strategy, replication, time } = error as ReplicationError;
      expect([strategy, replication]).toEqual(["web only", 2]);
      expect(time).toBeGreaterThanOrEqual(broken.scenario.history);
    }
  });

  it("says so for the history too", () => {
    const broken = planOf({ ...retailer(), strategies: { "web only": { channels: ["web"] } } });
    expect(() => replicate({ plan: broken, strategies: ["web only"], replication: 0, executor: "compiled" })).toThrow(
      /^strategy "web only" in the history, replication 0/,
    );
  });
});

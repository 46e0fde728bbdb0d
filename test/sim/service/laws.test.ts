/** Nobody is lost, and Little's law holds: checked in every run at the end of every month, and a violation ends the run. */

import { describe, expect, it } from "vitest";
import { at } from "../../../src/kpi/index.ts";
import type { Service } from "../../../src/sim/service/index.ts";
import type { World } from "../../../src/sim/world.ts";
import { planOf } from "../../support/runs.ts";
import { liveThrough } from "../../support/worlds.ts";
import { centre } from "./centre.ts";

const plan = planOf(
  centre({
    horizon: "13w",
    service: {
      wrapUp: { exponential: { mean: "1m" } },
      patience: { phone: { exponential: { mean: "5m" } } },
      queues: { phone: { capacity: 5, silent: { share: 0.3 } } },
      arrivals: { calls: { channel: "phone", rate: "7/h" } },
    },
  }),
);

/** Lives through a world that a saboteur has changed; answers the message and the time of the failure. */
function sabotaged(sabotage: (service: Service, world: World) => void): { message: string; time: number } {
  let time = Number.NaN;
  let clock: World["core"] | undefined;
  try {
    liveThrough(plan, {
      watch: (world) => {
        clock = world.core;
        if (world.service !== undefined) sabotage(world.service, world);
      },
    });
  } catch (error) {
    time = clock?.now ?? time;
    return { message: error instanceof Error ? error.message : "", time };
  }
  return { message: "nothing was noticed", time };
}

/** The same, once: only the hundredth time the method is called. */
function once<A extends unknown[]>(method: (...args: A) => void, instead: (...args: NoInfer<A>) => void): (...args: A) => void {
  let calls = 0;
  return (...args) => (++calls === 100 ? instead : method)(...args);
}

const nothing = () => undefined;

const firstMonth = plan.calendar.ends[0];

describe("a run", () => {
  it("goes through if nothing is wrong", () => {
    expect(sabotaged(() => undefined).message).toBe("nothing was noticed");
  });

  it.each([
    [
      "forgets a contact that gave up",
      ({ record }) => {
        record.abandoned = once(record.abandoned.bind(record), nothing);
      },
      /not conserved: phone, question: \d+ joined/,
    ],
    [
      "forgets a contact that joined",
      ({ record }) => {
        record.joins = once(record.joins.bind(record), nothing);
      },
      /not conserved: phone, question/,
    ],
    [
      "counts an answer twice",
      ({ record }) => {
        const answered = record.answered.bind(record);
        record.answered = once(answered, (...args) => {
          answered(...args);
          answered(...args);
        });
      },
      /not conserved: phone, question/,
    ],
    [
      "is a second wrong in one wait",
      ({ record }) => {
        const answered = record.answered.bind(record);
        record.answered = once(answered, (type, wait, inTime) => answered(type, wait + 1, inTime));
      },
      /Little's law does not hold: phone, question/,
    ],
  ] satisfies [string, (service: Service) => void, RegExp][])("that %s fails at the end of the month", (_, sabotage, message) => {
    const found = sabotaged(sabotage);
    expect(found.message).toMatch(message);
    expect(found.time).toBe(firstMonth);
  });

  it("that counts a contact who never was fails at the end of the month", () => {
    const found = sabotaged((_, { core }) => {
      const note = core.note.bind(core);
      core.note = once(note, (...args) => {
        note(...args);
        core.count(at.contactsOffered, 0, 0);
      });
    });
    expect(found.message).toMatch(/contacts are not conserved: \d+ offered, \d+ ended, \d+ open/);
    expect(found.time).toBe(firstMonth);
  });

  it("whose routing gives a contact to somebody who cannot take it stops at once, and says whose fault it is", () => {
    const found = sabotaged((service) => {
      const mine = { name: "mine", selectAgent: () => 0, selectContact: () => -1 };
      Object.defineProperty(service, "policy", { get: () => mine, set: nothing });
    });
    expect(found.message).toMatch(/routing policy "mine" gave contact \d+ to agent 0, which is not possible: the agent is busy/);
  });
});

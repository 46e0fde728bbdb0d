import { setFlagsFromString } from "node:v8";
import { beforeEach, expect, it, vi } from "vitest";
import { scenarioSchema } from "../../src/scenario/schema/index.ts";
import { planOf } from "../support/runs.ts";
import { retailer } from "../support/retail.ts";

vi.mock("node:v8", () => ({ setFlagsFromString: vi.fn<(flags: string) => void>() }));

const told = vi.mocked(setFlagsFromString);
const scenario = scenarioSchema.parse({ name: "shop", ...retailer() });
const people = 200;

function study(replications: number) {
  return Array.from({ length: replications }, () => ({ scenario }));
}

/** Each test is a process that was told nothing yet. */
async function fresh() {
  vi.resetModules();
  return import("../../src/experiment/tune.ts");
}

beforeEach(() => told.mockClear());

it("a study in which every thread lives many customers has more code compiled at once; a short one has not", async () => {
  const { tuneForStudy } = await fresh();
  tuneForStudy(study(480_000 / people - 1), 1);
  tuneForStudy(study(480_000 / people), 2);
  expect(told).not.toHaveBeenCalled();
  tuneForStudy(study(480_000 / people), 1);
  expect(told).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^--max-inlined-bytecode-size-cumulative=\d+$/));
});

it("a contact centre without customers is worth it from the first, a market is not, and once is enough", async () => {
  const { tuneFor } = await fresh();
  tuneFor(planOf(retailer()));
  expect(told).not.toHaveBeenCalled();
  const { segments: _people, awareness: _awareness, needs: _needs, offer: _offer, stock: _stock, experience: _felt, ...rest } = retailer();
  const centre = planOf(rest);
  tuneFor(centre);
  tuneFor(centre);
  expect(told).toHaveBeenCalledTimes(1);
});

/** Living on after the horizon, for the sake of customers' value alone. */

import { checkInvariants, runUntil } from "./engine.ts";
import { bookResiduals, endLifetimes, noteResidualsKnown } from "./market/index.ts";
import type { World } from "./world.ts";

const YEAR = 31_536_000;

/**
 * After the horizon: what customers are still worth, by closed form or by living on for a while under the same strategy. Everything
 * else that is counted now means nothing and is not to be read.
 */
export function liveOn(world: World): void {
  const { core, market, plan } = world;
  endLifetimes(market);
  if (plan.residual.by === null) return;
  noteResidualsKnown(market);
  if (plan.residual.by === "closed form") return bookResiduals(market);
  const start = core.now;
  const { tail } = plan.scenario.lifetimeValue;
  const years = Math.ceil(tail / YEAR - 1e-9);
  for (let year = 1; year <= years; year++) {
    const end = start + (year === years ? tail : year * YEAR);
    world.ahead?.begin(end);
    runUntil(world, end);
    world.ahead?.end();
  }
  checkInvariants(world);
}

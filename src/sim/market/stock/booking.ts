/** What stock costs while it lies there, and the law that units are conserved; both at the end of every month. */

import { at } from "../../../kpi/index.ts";
import type { Market } from "../market.ts";

const YEAR = 31_536_000;
const HOUR = 3600;

/** Books the time that units were on hand, and what that costs. One view of stock needs a little more of it. */
export function bookStock({ stock, plan, core }: Market): void {
  const written = plan.scenario.stock;
  if (stock === undefined || written === undefined) return;
  const seconds = stock.takeUnitSeconds();
  const extra = core.strategy.capabilities.unifiedStock ? written.unifiedExtra : 0;
  const cents = Math.round(((seconds * (1 + extra)) / YEAR) * written.holdingCost * 100);
  core.count(at.stockHours, plan.segments.length, plan.channels.length, Math.round(seconds / HOUR));
  if (cents > 0) core.count(at.inventoryCost, plan.segments.length, plan.channels.length, cents);
}

/**
 * Units are conserved: those there at first, received and brought back are those sold, vanished, thrown away and still there.
 *
 * @throws Error naming the figures
 */
export function checkStock({ stock, plan, core }: Market): void {
  if (stock === undefined) return;
  const { ledger } = core;
  let came = stock.initial;
  let went = 0;
  // Stock is counted where no segment and no channel is.
  for (let month = 0; month <= ledger.month; month++) {
    const cell = ledger.cellIn(month, plan.segments.length, plan.channels.length);
    const count = (counter: number) => ledger.cells[cell + counter] as number;
    came += count(at.unitsReceived) + count(at.unitsReturned);
    went += count(at.unitsSold) + count(at.unitsShrunk) + count(at.unitsWrittenOff);
  }
  const present = stock.present();
  if (came - went !== present) {
    throw new Error(`units are not conserved: ${came} came into stock, ${went} left it, ${present} are there`);
  }
}

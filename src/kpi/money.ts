/** Revenue and profit from the ledger's sums, in cents: the one definition for KPIs and curves. */

import { at } from "./ledger.ts";

/** Value of orders less refunds. */
export function revenueCents(sums: Float64Array): number {
  return (sums[at.revenue] as number) - (sums[at.refunds] as number);
}

const COSTS = [
  at.fulfilmentCost,
  at.visitCost,
  at.contactCost,
  at.staffCost,
  at.capabilityCost,
  at.acquisitionCost,
  at.inventoryCost,
  at.returnCost,
  at.rewardCost,
];

/** Margin on goods less delivery, visits, contacts, staff, capabilities, advertising and rewards. */
export function profitCents(sums: Float64Array): number {
  return COSTS.reduce((left, cost) => left - (sums[cost] as number), sums[at.goodsMargin] as number);
}

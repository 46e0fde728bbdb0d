/** The door of the KPIs: ledger, catalogue, estimates, result document. */

export { kpiById, kpiCatalogue } from "./catalogue/index.ts";
export type { KpiDescription, KpiGroup } from "./definition.ts";
export { type Contrast, contrastKpi, estimateKpi } from "./estimate.ts";
export type { Kpi, KpiScope } from "./kpi.ts";
export { at, type Counter, type CounterName, counterNames, Ledger, type LedgerScope, type LedgerShape, sumLedger } from "./ledger.ts";
export { profitCents, revenueCents } from "./money.ts";
export {
  type Assumption,
  type Comparison,
  type ExpectationOutcome,
  type JourneyCount,
  type KpiEstimate,
  type KpiUnit,
  type KpiValues,
  type ResultDocument,
  resultDocument,
  resultJsonSchema,
  type Series,
  type Span,
  type StrategyResult,
} from "./result.ts";
export { type MonthRange, type ScopeOfSums, type ScopeSums, sumScope } from "./scope-sums.ts";

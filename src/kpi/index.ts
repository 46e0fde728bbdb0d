/** The door of the KPIs: ledger, catalogue, estimates, result document. */

export {
  type AttributionChannel,
  type AttributionFigure,
  type AttributionMethod,
  attributionMethods,
  type AttributionMethodRow,
  type AttributionResult,
} from "./attribution-result.ts";
export { comparisonParts, leftOut } from "./catalogue/evidence.ts";
export { kpiById, kpiCatalogue } from "./catalogue/index.ts";
export { type BeforeAfter, type Cannibalisation, cannibalisationOf, type Changes, changesOf, selectionGapOf } from "./changes.ts";
export { formulaTerms, type KpiDescription, type KpiGroup, type KpiReach } from "./definition.ts";
export { type Contrast, contrast, contrastKpi, estimateKpi, type LeaveOneOut, possible } from "./estimate.ts";
export type { Kpi, KpiScope, MarketMechanism, Mechanism, ServiceMechanism } from "./kpi.ts";
export { at, type Counter, type CounterName, counterNames, Ledger, type LedgerScope, type LedgerShape, sumLedger } from "./ledger.ts";
export {
  lifetimeAge,
  lifetimeAt,
  lifetimeCell,
  type LifetimeMeasure,
  lifetimeMeasures,
  type LifetimeShape,
  lifetimeSize,
} from "./lifetime-cells.ts";
export type { CohortRow, LifetimeFigure, LifetimeResult, LifetimeRow } from "./lifetime-result.ts";
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
export { LedgerSums, type MonthRange, type ScopeOfSums, type ScopeSums, sumScope } from "./scope-sums.ts";
export {
  CURVE,
  GROUP_COUNTERS,
  GROUP_ROW,
  groupAt,
  HEAD,
  serviceLayout,
  type ServiceLayout,
  type ServiceShape,
  thresholds,
  totalAt,
  TYPE_COUNTERS,
  TYPE_ROW,
  TYPE_TOTALS,
  typeAt,
  type WaitKind,
  waitKinds,
} from "./service/layout.ts";
export { waitBin, waitBinEdges, waitBins } from "./service/wait-bins.ts";
export { type RowScope, rowAt, ServiceCells } from "./service/cells.ts";
export type {
  ServiceFigure,
  ServiceGroupRow,
  ServiceHourRow,
  ServiceResult,
  ServiceStaffing,
  ServiceTypeRow,
  ServiceWaits,
} from "./service/service-result.ts";
export { type ServiceNames, summariseService } from "./service/summary.ts";
export { cumulated, waitQuantile } from "./service/wait-quantile.ts";
export {
  type StressBreaking,
  type StressDocument,
  stressDocument,
  type StressDocumentPromise,
  stressJsonSchema,
  type StressLoad,
  type StressMoment,
  type StressOutage,
  type StressPolicy,
  type StressRecovery,
} from "./stress-document.ts";
export {
  type TwinCustomer,
  type TwinDocument,
  twinDocument,
  type TwinEnd,
  type TwinFound,
  twinJsonSchema,
  type TwinMeasure,
  type TwinStep,
} from "./twin-document.ts";
export { sweepDocument, type SweepDocument, sweepJsonSchema, type SweepPoint } from "./sweep-document.ts";
export { selectionDocument, type SelectionDocument, selectionJsonSchema } from "./selection-document.ts";
export { sensitivityDocument, type SensitivityDocument, sensitivityJsonSchema } from "./sensitivity-document.ts";
export {
  type ChangedInput,
  type ComparedKpi,
  type RunComparison,
  runComparison,
  runComparisonJsonSchema,
} from "./run-comparison-document.ts";

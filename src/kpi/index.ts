/** The door of the KPIs: ledger, catalogue, result document. */

export { at, type Counter, type CounterName, counterNames, Ledger, type LedgerScope, type LedgerShape, sumLedger } from "./ledger.ts";
export type { KpiDescription, KpiGroup } from "./definition.ts";
export * from "./result.ts";

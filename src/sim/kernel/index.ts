// The kernel's only door: what a simulation of anything needs, and nothing of customers or channels.

export { secondOfWeek, WeeklyHours } from "./calendar.ts";
export type { ColumnArrays, ColumnSpec, ColumnSpecs, ColumnType, Columns } from "./column-layout.ts";
export { Table, defineTable } from "./columns.ts";
export type { TableSnapshot } from "./columns.ts";
export type { DistributionSpec } from "./distribution-spec.ts";
export { meanOf, quantileFunction } from "./distributions.ts";
export type { QuantileFunction } from "./distributions.ts";
export { Draws, rootKeyOf } from "./draws.ts";
export type { RootKey } from "./draws.ts";
export { EventList } from "./event-list.ts";
export type { EventListSnapshot } from "./event-list.ts";
export { normalQuantile } from "./normal-quantile.ts";
export { philox4x32 } from "./philox.ts";
export { poissonQuantile } from "./poisson-quantile.ts";
export { Scalars, SnapshotGroup } from "./snapshot.ts";
export type { GroupSnapshot, Snapshotable } from "./snapshot.ts";
export { WEEK_SECONDS } from "./weekly-intervals.ts";
export type { WeeklyInterval } from "./weekly-intervals.ts";

/** The door of the record. */

export type { LiveLevels } from "./laws.ts";
export { type RecordShape, ServiceRecord } from "./service-record.ts";

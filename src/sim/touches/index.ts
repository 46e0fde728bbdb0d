/** The door of the study of touches. */

export type { TouchRecord } from "./touch-record.ts";
export { replicateWithTouches } from "./touch-study.ts";

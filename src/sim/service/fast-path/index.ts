/** The door of the fast path. */

export { FastPath } from "./fast-path.ts";
export type { ContactWords } from "./lane.ts";

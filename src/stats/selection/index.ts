// Selecting the best of several with a guarantee.
export { knConstants, type KnConstants, type KnPromise, knSelection, type KnState } from "./kn.ts";

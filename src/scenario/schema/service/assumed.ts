/** Where defaults come from that nobody measured. */

export const ASSUMED = "assumption of this project";

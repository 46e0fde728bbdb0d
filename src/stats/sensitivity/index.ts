// Which parameters move a result.
export { type MorrisEffect, morrisEffects, type MorrisTrajectory, morrisTrajectories } from "./morris.ts";
export { type SobolDesign, sobolDesign, type SobolIndex, type SobolIndices, sobolIndices, type SobolValues } from "./sobol-indices.ts";

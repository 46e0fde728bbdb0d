// Where to try a model: points that cover a cube of parameters.
export { haltonSequence } from "./halton-sequence.ts";
export { latinHypercube, type UniformAt } from "./latin-hypercube.ts";
export { MOST_SOBOL_DIMENSIONS, sobolSequence } from "./sobol-sequence.ts";

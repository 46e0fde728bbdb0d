/**
 * The rooms of the house (src/) and the arrows between them: who may import whom. The rule `journeybench/rooms` of
 * plugin.js enforces this table; test/architecture/imports.test.ts proves that it does.
 *
 * A room is a folder, or a single file for the few that stand alone. A file belongs to the longest room that contains it.
 * Another room is entered by its door: `index.ts`, or one of `doors`. `src/errors.ts` is open to everybody.
 *
 * @typedef {object} Room
 * @property {readonly string[]} [imports] rooms whose values and types may be imported
 * @property {readonly string[]} [types] rooms of which only types may be imported
 * @property {boolean} [node] whether `node:` modules, and doors that need Node, may be imported; the rest runs in browsers too
 * @property {Readonly<Record<string, { readonly node: boolean }>>} [doors] files beside index.ts that others may import
 */

/** @type {Readonly<Record<string, Room>>} */
export const rooms = {
  "errors.ts": {},
  "index.ts": {
    imports: ["experiment", "fit", "journey", "kpi", "machine-file", "report", "scenario", "sim", "stats", "strategies"],
    node: true,
  },

  stats: {},
  kpi: { imports: ["stats"] },
  scenario: { doors: { "load.ts": { node: true } } },
  strategies: { imports: ["scenario"], doors: { "capabilities.ts": { node: false } } },
  journey: { imports: ["scenario"] },

  sim: {
    imports: ["journey", "kpi", "scenario", "sim/core", "sim/kernel", "sim/market", "sim/purposes.ts", "sim/service", "strategies"],
  },
  "sim/purposes.ts": {},
  "sim/kernel": {},
  "sim/core": { imports: ["journey", "kpi", "sim/kernel", "sim/purposes.ts", "strategies"] },
  "sim/market": { imports: ["journey", "kpi", "sim/core", "sim/kernel", "sim/purposes.ts", "strategies"], types: ["scenario"] },
  "sim/service": { imports: ["journey", "kpi", "sim/core", "sim/kernel", "sim/purposes.ts", "strategies"], types: ["scenario"] },

  experiment: {
    imports: ["kpi", "machine-file", "scenario", "sim", "stats", "strategies"],
    node: true,
    doors: { "start-threads.ts": { node: true }, "worker.ts": { node: true } },
  },
  "machine-file": { imports: ["scenario"], types: ["strategies"], node: true },
  claims: { imports: ["experiment", "stats"], node: true },
  fit: { imports: ["experiment", "stats"], node: true },
  report: { imports: ["kpi", "strategies"], node: true },
  studio: { imports: ["kpi"], node: true },
  cli: {
    imports: ["claims", "experiment", "fit", "journey", "kpi", "machine-file", "report", "scenario", "studio"],
    types: ["sim"],
    node: true,
  },
};

/** Open to every room; imports nothing itself. */
export const COMMON = "errors.ts";

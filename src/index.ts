/** The library: load a scenario, compare its strategies, render the report. */

export { JourneybenchError } from "./errors.ts";
export { compare, type CompareOptions, type Comparison, type Progress } from "./experiment/index.ts";
export { type KpiDescription, kpiCatalogue, type ResultDocument } from "./kpi/index.ts";
export { renderReport } from "./report/index.ts";
export { type LoadedScenario, parseScenario, type Scenario } from "./scenario/index.ts";
export { loadScenario } from "./scenario/load.ts";

/** The door of the scenario room, for Node and browsers alike; files are loaded through the second door, `load.ts`. */

export { type Assumption, assumptions, type CommentOf } from "./assumptions.ts";
export { jsonSchema, SCHEMA_FILE } from "./json-schema.ts";
export { type LoadedScenario, type ParseOptions, parseScenario, scenarioOf } from "./parse.ts";
export { readText } from "./document/read.ts";
export { type Path, pathText } from "./path.ts";
export type { Finding } from "./problems/finding.ts";
export { mistakesIn } from "./problems/mistakes-in.ts";
export { didYouMean, nearest, oneOf } from "./problems/nearest.ts";
export { problemsOf } from "./problems/place.ts";
export { shown } from "./problems/shown.ts";
export * from "./schema/index.ts";
export { starterScenario, type TemplateName, templateNames } from "./templates/index.ts";

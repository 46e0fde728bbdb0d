/** The report room: from a result document to a page, charts and a table. */

export { renderReport, type RenderedReport, type ReportChart } from "./render.ts";
export { intervalText, meanText, pText, relativeText } from "./text/numbers.ts";
export { kpisCsv } from "./text/csv.ts";
export type { Describe } from "./view.ts";

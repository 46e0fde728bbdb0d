/** The report room: from a result document to a page, charts and a table. */

export type { RenderedReport, ReportChart } from "./page/draw-page.ts";
export { renderReport } from "./render.ts";
export { renderStress } from "./stress/render-stress.ts";
export {
  breakNumber,
  firstPromise,
  isShown,
  loadDifference,
  loadInterval,
  promiseWords,
  recoveryText,
  scaledSentence,
} from "./stress/words.ts";
export { intervalText, meanText, pText, relativeText } from "./text/numbers.ts";
export { kpisCsv } from "./text/csv.ts";
export type { Describe } from "./view.ts";

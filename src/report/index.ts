/** The report room: from a result document to a page, charts and a table. */

export { loadVega } from "./charts/draw.ts";
export type { RenderedReport, ReportChart } from "./page/draw-page.ts";
export { renderReport } from "./render.ts";
export { renderSelection } from "./selection/render-selection.ts";
export { promiseSentence, selectedSentence, standingSentences, standingText } from "./selection/words.ts";
export { figureText, type MovedRow, movers, responseName, unmovedSentence } from "./sensitivity/movers.ts";
export { renderSensitivity } from "./sensitivity/render-sensitivity.ts";
export { sensitivityCsv } from "./sensitivity/sensitivity-csv.ts";
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
export { renderSweep } from "./sweep/render-sweep.ts";
export { sweepCsv } from "./sweep/sweep-csv.ts";
export { breakEvenText, shownValue } from "./sweep/swept.ts";
export { renderTwin } from "./twin/render-twin.ts";
export { keyMoments, type Moment, type Story, storyOf } from "./twin/story.ts";
export { type Sum, sumsOf } from "./twin/sums.ts";
export { caution, endSentence, partingSentence, searchSentence, spreadText } from "./twin/verdict.ts";
export { type Line, moneyText, satisfactionText, whenText } from "./twin/words/line.ts";
export { lossText } from "./text/loss.ts";
export { counted, intervalText, meanText, pText, relativeText } from "./text/numbers.ts";
export { parameterName } from "./text/parameter-name.ts";
export { trustSentence } from "./text/trust.ts";
export { warmUpSentence } from "./text/warm-up.ts";
export { kpisCsv } from "./text/csv.ts";
export type { Describe } from "./view.ts";

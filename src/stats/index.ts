// The door of the statistics room: everything other folders may use.
export { holm } from "./holm.ts";
export { jackknife } from "./jackknife.ts";
export type { JackknifeEstimate, JackknifeUndefined, LeaveOneOutStatistic } from "./jackknife.ts";
export { mean } from "./mean.ts";
export { pairedTest } from "./paired-test.ts";
export * from "./queueing/index.ts";
export { ratioOfSums } from "./ratio-of-sums.ts";
export { sampleSd } from "./sample-sd.ts";
export { sampleVariance } from "./sample-variance.ts";
export { tCdf } from "./t-cdf.ts";
export { tInterval } from "./t-interval.ts";
export type { TInterval } from "./t-interval.ts";
export { tQuantile } from "./t-quantile.ts";

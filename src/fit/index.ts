// Fitting: parameters from data, by maximum likelihood.
export { fitBgBb, fitBgNbd, fitGammaGamma, fitNbd, fitParetoNbd, fitSbg } from "./fit.ts";
export type { Fit, PurchaseCount, Weighted } from "./fit.ts";

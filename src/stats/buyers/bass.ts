// Bass's diffusion of something new.
import { requireNonNegatives, requirePositives } from "./require.ts";

/** Hazard of adopting: innovation + imitation × share of those who have adopted; per unit of time. */
export interface BassParameters {
  readonly innovation: number;
  readonly imitation: number;
}

/** The curve, as shares of those who ever adopt. */
export interface Bass {
  /** F(t): share that has adopted by `time`. */
  adopted(time: number): number;
  /** f(t): adoptions per unit of time. */
  rate(time: number): number;
  /** When most adopt, ln(q / p) / (p + q); 0 if imitation is not above innovation. */
  peakTime(): number;
  /** f at that time; (p + q)² / (4q) where it is not at the start. */
  peakRate(): number;
}

/**
 * Source: Bass 1969, "A new product growth model for consumer durables", Management Science 15(5).
 * @throws RangeError when innovation is not above 0, or imitation or a time below 0.
 */
export function bass({ innovation: p, imitation: q }: BassParameters): Bass {
  requirePositives({ innovation: p });
  requireNonNegatives({ imitation: q });
  const adopted = (time: number): number => {
    requireNonNegatives({ time });
    return -Math.expm1(-(p + q) * time) / (1 + (q / p) * Math.exp(-(p + q) * time));
  };
  const rate = (time: number): number => (p + q * adopted(time)) * (1 - adopted(time));
  const peakTime = (): number => (q > p ? Math.log(q / p) / (p + q) : 0);
  return { adopted, rate, peakTime, peakRate: () => rate(peakTime()) };
}

// What the statistics refuse to compute with: checks shared inside this folder.

/** Throws RangeError unless `value` is finite; `what` names it in the message. */
export function requireFinite(value: number, what: string): void {
  if (!Number.isFinite(value)) throw new RangeError(`${what} must be a finite number, got ${value}`);
}

/** Throws RangeError unless there are at least `least` values and all of them are finite. */
export function requireValues(values: readonly number[], least: number, what: string): void {
  if (values.length < least) {
    throw new RangeError(`${what} needs at least ${least} value${least === 1 ? "" : "s"}, got ${values.length}`);
  }
  for (const value of values) if (!Number.isFinite(value)) requireFinite(value, `each value of ${what}`);
}

/** Throws RangeError unless `confidence` lies strictly between 0 and 1. */
export function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must lie strictly between 0 and 1, got ${confidence}`);
  }
}

/** Throws RangeError unless `df` is a positive finite number. */
export function requireDegreesOfFreedom(df: number): void {
  if (!(df > 0 && df < Infinity)) throw new RangeError(`degrees of freedom must be positive and finite, got ${df}`);
}

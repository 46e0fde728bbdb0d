// What the models of this folder refuse.

/** Throws RangeError unless every value is a finite number above 0; names tell which one it was. */
export function requirePositives(values: object): void {
  for (const [name, value] of Object.entries(values)) {
    if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be a number above 0, got ${value}`);
  }
}

/** Throws RangeError unless every value is a finite number of 0 or more. */
export function requireNonNegatives(values: object): void {
  for (const [name, value] of Object.entries(values)) {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be a number of 0 or more, got ${value}`);
  }
}

/** Throws RangeError unless `value` lies in [0, 1]. */
export function requireShare(value: number, what: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${what} must lie between 0 and 1, got ${value}`);
}

/** Throws RangeError unless `value` is a whole number of at least `least`. */
export function requireCount(value: number, least: number, what: string): void {
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new RangeError(`${what} must be a whole number of ${least} or more, got ${value}`);
}

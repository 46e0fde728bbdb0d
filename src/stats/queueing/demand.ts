// What the formulas of this folder are told of a queue, and what they refuse.

/** Work that arrives at agents who are all alike. Any unit of time, the same for all rates and times. */
export interface Demand {
  /** Contacts per unit of time; Poisson. */
  readonly arrivalRate: number;
  /** Contacts that one agent handles per unit of time; handling is exponential with mean 1 / serviceRate. */
  readonly serviceRate: number;
}

/** Work and the agents who do it. */
export interface Staffed extends Demand {
  readonly agents: number;
}

/** Throws RangeError unless `value` is a finite number above 0; `what` names it in the message. */
export function requirePositive(value: number, what: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${what} must be a number above 0, got ${value}`);
}

/** Throws RangeError unless `value` is a finite number, 0 or above. */
export function requireNonNegative(value: number, what: string): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${what} must be a number of 0 or more, got ${value}`);
}

/** Throws RangeError unless `value` is a whole number of at least `least`. */
export function requireWhole(value: number, least: number, what: string): void {
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new RangeError(`${what} must be a whole number of ${least} or more, got ${value}`);
}

/** Throws RangeError unless `value` lies in [0, 1). */
export function requireProbability(value: number, what: string): void {
  if (!(value >= 0 && value < 1)) throw new RangeError(`${what} must lie between 0 and 1, got ${value}`);
}

/** Throws RangeError unless rates are positive and there is at least one agent. */
export function requireStaffed({ arrivalRate, serviceRate, agents }: Staffed): void {
  requirePositive(arrivalRate, "arrivalRate");
  requirePositive(serviceRate, "serviceRate");
  requireWhole(agents, 1, "agents");
}

/** What must hold of every queue, whatever happens: nobody is lost, and Little's law. */

import { TYPE_COUNTERS, TYPE_ROW, typeAt } from "../../../kpi/index.ts";

/** What the live system holds, to be compared with what was recorded. */
export interface LiveLevels {
  /** Contacts waiting, by type. */
  readonly waiting: ArrayLike<number>;
  /** Sum of the seconds for which they have waited (since they joined or, interrupted, waited again), by type. */
  readonly ages: ArrayLike<number>;
  /** Contacts in the system, by type: in self-service, waiting, or in hand (wrap-up apart). Left out: not compared. */
  readonly inSystem?: ArrayLike<number>;
}

/** What the record knows of a type: counters since `begin`, levels at `begin` and now. */
export interface TypeBalance {
  readonly name: string;
  readonly count: (counter: number) => number;
  /** At `begin`, before the queue (in self-service) and in hand. */
  readonly beforeQueueAtBegin: number;
  readonly inHandAtBegin: number;
  readonly waitingAtBegin: number;
  readonly waiting: number;
  /** Sum of the ages of those waiting, by integration. */
  readonly ages: number;
}

/** Sums of a type's counters over the hours. */
export function countsOf(cells: Float64Array, head: number, type: number): (counter: number) => number {
  const begin = head + type * TYPE_ROW;
  return (counter) => {
    let sum = 0;
    for (let at = begin + counter; at < begin + TYPE_ROW; at += TYPE_COUNTERS) sum += cells[at] as number;
    return sum;
  };
}

/** Ways out of the entrance. */
const ENTERING = [typeAt.blocked, typeAt.balked, typeAt.contained, typeAt.calledBack, typeAt.joined] as const;

/** Contacts that are in but have not come to the queue: those in self-service. */
export function beforeQueue({ count, beforeQueueAtBegin }: Pick<TypeBalance, "count" | "beforeQueueAtBegin">): number {
  const came = beforeQueueAtBegin + count(typeAt.arrived) + count(typeAt.transferred);
  return ENTERING.reduce((left, counter) => left - count(counter), came);
}

export function inHand({ count, inHandAtBegin }: Pick<TypeBalance, "count" | "inHandAtBegin">): number {
  return inHandAtBegin + count(typeAt.handlingBegun) - count(typeAt.handlingEnded);
}

const LEAVING = [
  typeAt.answered,
  typeAt.reanswered,
  typeAt.abandoned,
  typeAt.disconnected,
  typeAt.withdrawn,
  typeAt.abandonedOnHold,
] as const;
const WAITS = [typeAt.answeredWait, typeAt.abandonedWait, typeAt.otherWait] as const;

/** Nobody comes out of the queue, or off an agent's hands, who did not go in. */
function checkConservation(balance: TypeBalance, live: number): void {
  const { name, count, waitingAtBegin } = balance;
  const before = beforeQueue(balance);
  if (before < 0) {
    throw new Error(
      `contacts are not conserved: ${name}: ${count(typeAt.arrived)} arrived and ${count(typeAt.transferred)} came by transfer, but ` +
        `${count(typeAt.blocked)} blocked + ${count(typeAt.balked)} balked + ${count(typeAt.contained)} contained + ` +
        `${count(typeAt.calledBack)} to be called back + ${count(typeAt.joined)} joined, ${balance.beforeQueueAtBegin} in self-service at first`,
    );
  }
  const joined = waitingAtBegin + count(typeAt.joined) + count(typeAt.rejoined);
  const left = LEAVING.reduce((sum, counter) => sum + count(counter), 0);
  if (joined !== left + live) {
    throw new Error(
      `contacts are not conserved: ${name}: ${joined} joined the queue, but ${count(typeAt.answered)} answered + ${count(typeAt.reanswered)} answered again + ` +
        `${count(typeAt.abandoned)} abandoned + ${count(typeAt.disconnected)} disconnected + ${count(typeAt.withdrawn)} withdrawn + ` +
        `${count(typeAt.abandonedOnHold)} abandoned on hold + ${live} waiting`,
    );
  }
  if (inHand(balance) < 0) {
    throw new Error(`contacts are not conserved: ${name}: ${inHand(balance)} in hand`);
  }
}

/** Little's law as an identity: the number waiting, integrated, is the sum of all waits, those that still go on included. */
function checkLittle({ name, count, ages }: TypeBalance, live: number): void {
  const waits = WAITS.reduce((sum, counter) => sum + count(counter), 0);
  // Rounding of some ten million sums; no wait of the model is as short as a microsecond.
  const allowed = 1e-6 + 1e-9 * (waits + live);
  if (!(Math.abs(ages - live) <= allowed)) {
    throw new Error(
      `Little's law does not hold: ${name}: number waiting, integrated, less the waits of those who left = ${ages} s, but those waiting have waited ${live} s ` +
        `(waits of those who left: ${waits} s, difference ${ages - live} s)`,
    );
  }
}

/**
 * Checks a type.
 *
 * @throws Error naming law, type and figures
 */
export function checkLaws(balance: TypeBalance, live: LiveLevels, type: number): void {
  const waiting = live.waiting[type] as number;
  checkConservation(balance, waiting);
  checkLittle(balance, live.ages[type] as number);
  if (live.inSystem === undefined) return;
  const inSystem = beforeQueue(balance) + waiting + inHand(balance);
  if (inSystem !== live.inSystem[type]) {
    throw new Error(
      `contacts are not conserved: ${balance.name}: ${beforeQueue(balance)} in self-service + ${waiting} waiting + ${inHand(balance)} in hand, ` +
        `but ${live.inSystem[type]} in the system`,
    );
  }
}

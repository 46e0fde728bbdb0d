/** What a run leaves behind, in order; two runs are equal when their tapes are. */

/** Lines: time, row, what, details. */
export class Tape {
  now = 0;
  /** The row whose macrostep is under way. */
  row = -1;
  lines: unknown[][] = [];
  /** Called after every action of the vocabulary: an action may start another row. */
  onAction: (name: string, row: number) => void = () => {};

  note(what: string, ...details: readonly unknown[]): void {
    this.lines.push([this.now, this.row, what, ...details]);
  }
}

/** A pending timer. */
export interface Timer {
  readonly row: number;
  readonly due: number;
  readonly serial: number;
  readonly fire: () => void;
}

/** Virtual time in seconds; equal times fire in order of scheduling. */
export class VirtualClock {
  readonly pending = new Set<Timer>();
  private readonly tape: Tape;
  private serials = 0;

  constructor(tape: Tape) {
    this.tape = tape;
  }

  schedule(row: number, seconds: number, fire: () => void): Timer {
    if (!Number.isFinite(seconds) || seconds < 0) throw new Error(`a delay of ${seconds} s`);
    const timer = { row, due: this.tape.now + seconds, serial: this.serials++, fire };
    this.pending.add(timer);
    this.tape.note("schedule", seconds, timer.serial);
    return timer;
  }

  cancel(timer: Timer): void {
    if (!this.pending.delete(timer)) throw new Error(`timer ${timer.serial} is not pending`);
    this.tape.note("cancel", timer.serial);
  }

  /** Fires what is due within so many seconds, at most `most` timers; `after` is called after each with its row. */
  advance(seconds: number, after: (row: number) => void, most = 15): void {
    const end = this.tape.now + seconds;
    for (let fired = 0; fired < most; fired++) {
      const next = this.first();
      if (next === undefined || next.due > end) break;
      this.pending.delete(next);
      this.tape.now = next.due;
      this.tape.row = next.row;
      this.tape.note("fire", next.serial);
      next.fire();
      after(next.row);
    }
    this.tape.now = Math.max(end, this.tape.now);
  }

  private first(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.pending) {
      const isEarlier = first === undefined || timer.due < first.due || (timer.due === first.due && timer.serial < first.serial);
      if (isEarlier) first = timer;
    }
    return first;
  }
}

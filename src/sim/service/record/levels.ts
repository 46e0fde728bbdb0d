/** Numbers that go up and down, integrated over time without a product at every change. */

/**
 * The integral of a level over a stretch that begins at `origin` is level·length − Σ change·(time of change − origin), so a change
 * costs one multiplication and the level itself is looked at only when the stretch ends.
 */
export class Levels {
  readonly level: Float64Array;
  /** −Σ change·offset of the running stretch. */
  readonly pending: Float64Array;

  constructor(rows: number) {
    this.level = new Float64Array(rows);
    this.pending = new Float64Array(rows);
  }

  /** Changes a level by `change`, `offset` seconds after the stretch began. */
  change(row: number, change: number, offset: number): void {
    this.level[row] = (this.level[row] as number) + change;
    this.pending[row] = (this.pending[row] as number) - change * offset;
  }

  /** Changes a level to `value`. */
  set(row: number, value: number, offset: number): void {
    const change = value - (this.level[row] as number);
    if (change !== 0) this.change(row, change, offset);
  }

  /** The integral over the stretch, which ends `length` seconds after it began; the next one begins. */
  take(row: number, length: number): number {
    const area = (this.pending[row] as number) + (this.level[row] as number) * length;
    this.pending[row] = 0;
    return area;
  }

  snapshot(): { level: Float64Array; pending: Float64Array } {
    return { level: this.level.slice(), pending: this.pending.slice() };
  }

  restore(saved: { level: Float64Array; pending: Float64Array }): void {
    this.level.set(saved.level);
    this.pending.set(saved.pending);
  }
}

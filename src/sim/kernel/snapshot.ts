// Saving and restoring the state of a simulation: what can be saved, a group of such parts, and a few named numbers.

/** Something whose whole state is plain memory that can be saved, and put back as often as wished. */
export interface Snapshotable<S> {
  /** A copy of the whole state, which nothing changes afterwards. */
  snapshot(): S;
  /** Puts a saved state back; the saved copy stays usable. */
  restore(saved: S): void;
}

/** The saved states of a group, by name of the part. */
export type GroupSnapshot = Readonly<Record<string, unknown>>;

/** Parts that are saved and restored together, so that none is forgotten. */
export class SnapshotGroup implements Snapshotable<GroupSnapshot> {
  readonly #parts = new Map<string, Snapshotable<unknown>>();

  /**
   * Adds a part and hands it back.
   *
   * @throws Error if the name is taken
   */
  register<P extends Snapshotable<unknown>>(name: string, part: P): P {
    if (this.#parts.has(name)) {
      throw new Error(`two parts of a snapshot cannot both be called "${name}"`);
    }
    this.#parts.set(name, part);
    return part;
  }

  snapshot(): GroupSnapshot {
    return Object.fromEntries(Array.from(this.#parts, ([name, part]) => [name, part.snapshot()]));
  }

  /** @throws Error if the snapshot's parts are not exactly those registered; then nothing is restored */
  restore(saved: GroupSnapshot): void {
    const names = Object.keys(saved);
    const foreign = names.find((name) => !this.#parts.has(name));
    const missing = Array.from(this.#parts.keys()).find((name) => !names.includes(name));
    if (foreign !== undefined || missing !== undefined) {
      throw new Error(foreign === undefined ? `the snapshot lacks the part "${missing}"` : `no part is called "${foreign}"`);
    }
    for (const [name, part] of this.#parts) {
      part.restore(saved[name]);
    }
  }
}

/**
 * Named numbers that are part of the state and of no table, such as the clock: `scalars.values[scalars.slot.clock]`.
 *
 * All begin at 0. Keep the slot in a constant where it is read often.
 */
export class Scalars<Name extends string> implements Snapshotable<Float64Array> {
  readonly slot: Readonly<Record<Name, number>>;
  readonly values: Float64Array;

  /** @throws Error if a name occurs twice */
  constructor(names: readonly Name[]) {
    if (new Set(names).size !== names.length) {
      throw new Error(`names of scalars are unique: ${names.join(", ")}`);
    }
    // fromEntries knows the keys only as text; they are exactly the names.
    this.slot = Object.fromEntries(names.map((name, i) => [name, i])) as Record<Name, number>;
    this.values = new Float64Array(names.length);
  }

  snapshot(): Float64Array {
    return this.values.slice();
  }

  /** @throws Error if the snapshot holds another number of scalars */
  restore(saved: Float64Array): void {
    if (saved.length !== this.values.length) {
      throw new Error(`the snapshot holds ${saved.length} scalars, not ${this.values.length}`);
    }
    this.values.set(saved);
  }
}

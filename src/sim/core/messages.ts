/** Messages from actor to actor, delivered in order after the step that sent them. */

/** A first-in-first-out list in one growing array: kind of actor, row, event code. Empty between events. */
export class Messages {
  #memory = new Int32Array(192);
  #head = 0;
  #tail = 0;
  /** The message taken last. */
  kind = 0;
  id = 0;
  code = 0;

  get isEmpty(): boolean {
    return this.#head === this.#tail;
  }

  send(kind: number, id: number, code: number): void {
    if (this.#tail === this.#memory.length) this.#grow();
    this.#memory[this.#tail++] = kind;
    this.#memory[this.#tail++] = id;
    this.#memory[this.#tail++] = code;
  }

  /** Takes the next message into `kind`, `id` and `code`; false if there is none. */
  take(): boolean {
    if (this.#head === this.#tail) {
      this.#head = 0;
      this.#tail = 0;
      return false;
    }
    this.kind = this.#memory[this.#head++] as number;
    this.id = this.#memory[this.#head++] as number;
    this.code = this.#memory[this.#head++] as number;
    return true;
  }

  #grow(): void {
    const larger = new Int32Array(this.#memory.length * 2);
    larger.set(this.#memory);
    this.#memory = larger;
  }
}

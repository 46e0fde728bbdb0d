/** A list that holds every entry once. */

/** Tells the index of an equal entry, adding it when it is new. */
export class Interned<T> {
  readonly list: T[] = [];
  private readonly isSame: (a: T, b: T) => boolean;

  constructor(isSame: (a: T, b: T) => boolean) {
    this.isSame = isSame;
  }

  index(entry: T): number {
    const found = this.list.findIndex((other) => this.isSame(other, entry));
    return found < 0 ? this.list.push(entry) - 1 : found;
  }

  entry(entry: T): T {
    return this.list[this.index(entry)] as T;
  }
}

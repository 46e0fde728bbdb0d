/** Texts of enumerated context fields by number. One list for all rows of a compiled journey: columns may be copied between executors. */

/** Grows as new texts are assigned; a text keeps its number. */
export class Texts {
  private readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  at(number: number): string | undefined {
    return this.list[number];
  }

  numberOf(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.list.push(text) - 1;
      this.numbers.set(text, number);
    }
    return number;
  }
}

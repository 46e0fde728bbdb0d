/** How a strategy looks: one colour, dash and shape each, the same in every chart and table of a report. */

/** Okabe and Ito's colour-blind-safe palette, in an order that keeps the first few dark enough for lines and text on white. */
export const okabeIto = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442"] as const;

const dashes: readonly (readonly number[])[] = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
];
const shapes = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"] as const;

export interface StrategyLook {
  readonly name: string;
  /** Position in the result, used to sort. */
  readonly order: number;
  readonly colour: string;
  readonly dash: readonly number[];
  readonly shape: string;
}

/** Looks for strategies, by position in the result. */
export function strategyLooks(names: readonly string[]): StrategyLook[] {
  return names.map((name, order) => ({
    name,
    order,
    colour: pick(okabeIto, order),
    dash: pick(dashes, order),
    shape: pick(shapes, order),
  }));
}

/** The element at `index`, starting over at the end. */
function pick<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  return list[index % list.length] as T;
}

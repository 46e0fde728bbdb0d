/** Where a difference changes its sign on a grid: the line on which a strategy ceases to pay. */

/** Points of a grid: coordinates by parameter, and the difference there; undefined where it is not known. */
export interface GridPoint {
  readonly places: readonly number[];
  readonly difference: number | undefined;
}

/** The place between two points at which the difference is zero, by linear interpolation; undefined if it does not change its sign. */
function crossing(from: GridPoint, to: GridPoint): number[] | undefined {
  const [a, b] = [from.difference, to.difference];
  if (a === undefined || b === undefined || Math.sign(a) === Math.sign(b)) return undefined;
  const share = a / (a - b);
  return from.places.map((place, axis) => place + share * ((to.places[axis] as number) - place));
}

/**
 * All crossings between neighbours of a grid along every axis, in order of the grid, each once. A point where the difference is exactly zero is
 * one if it is not between others like it.
 *
 * @param points in the order of the grid, the last axis fastest
 * @param sizes number of values of each axis
 */
export function breakEvenPoints(points: readonly GridPoint[], sizes: readonly number[]): number[][] {
  const strides = sizes.map((_, axis) => sizes.slice(axis + 1).reduce((product, size) => product * size, 1));
  const crossings = points.flatMap((point, row) =>
    sizes.flatMap((size, axis) => {
      const stride = strides[axis] as number;
      const isLast = Math.floor(row / stride) % size === size - 1;
      const next = isLast ? undefined : points[row + stride];
      const found = next === undefined ? undefined : crossing(point, next);
      return found === undefined ? [] : [found];
    }),
  );
  return [...new Map(crossings.map((places) => [places.join(" "), places])).values()];
}

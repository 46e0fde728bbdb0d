/** Paths of values inside a scenario, and how they are written for people. */

/** Keys and list positions from the top of the file to a value. */
export type Path = readonly (string | number)[];

const PLAIN = /^[\p{L}\p{N}$_-]+$/u;

/** A path for people: `channels.web.kind`, `expect[0].kpi`, `channels["my shop"].kind`. */
export function pathText(path: Path): string {
  return path
    .map((key, i) => {
      if (typeof key === "number") return `[${key}]`;
      if (!PLAIN.test(key)) return `[${JSON.stringify(key)}]`;
      return i === 0 ? key : `.${key}`;
    })
    .join("");
}

/** Whether `path` is `other` or lies inside it. */
export function within(path: Path, other: Path): boolean {
  return other.length <= path.length && other.every((key, i) => path[i] === key);
}

/** Where each value of a file stands in its text. */

import type { Path } from "../path.ts";

/** Offsets of a value, of its key, and the places of what is inside. */
export interface Place {
  readonly key?: readonly [number, number];
  readonly value: readonly [number, number];
  readonly children: Map<string | number, Place>;
}

/** The place at a path, or undefined. */
export function placeAt(root: Place | undefined, path: Path): Place | undefined {
  return path.reduce<Place | undefined>((place, key) => place?.children.get(key), root);
}

/** The offset to point at for a path: its key or value, or the key of the nearest part around it when it is missing. */
export function offsetOf(root: Place | undefined, path: Path, at: "key" | "value"): number {
  for (let length = path.length; length > 0; length--) {
    const place = placeAt(root, path.slice(0, length));
    if (place === undefined) continue;
    const key = place.key?.[0] ?? place.value[0];
    return length === path.length && at === "value" ? place.value[0] : key;
  }
  return root?.value[0] ?? 0;
}

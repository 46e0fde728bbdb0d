/** A scenario's resolved form as a value, read once however many points a study has. */

import { parseDocument } from "yaml";
import type { LoadedScenario, Path } from "../../scenario/index.ts";

const values = new WeakMap<LoadedScenario, unknown>();

/** With all defaults, as it would be written. Shared: not to be changed. */
export function resolvedValue(loaded: LoadedScenario): unknown {
  if (!values.has(loaded)) values.set(loaded, parseDocument(loaded.resolved).toJS());
  return values.get(loaded);
}

/** The same with another value at a path; what is not on the path is shared. */
export function replaced(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) return node.with(Number(key), replaced(node[Number(key)], rest, value));
  const object = node as Readonly<Record<string, unknown>>;
  return { ...object, [key]: replaced(object[key], rest, value) };
}

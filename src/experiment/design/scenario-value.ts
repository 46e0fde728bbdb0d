/** Values of a scenario by path, in its resolved form: to look at one, and to make the scenario in which it is another. */

import { parseDocument } from "yaml";
import { JourneybenchError } from "../../errors.ts";
import {
  type LoadedScenario,
  nearest,
  oneOf,
  parseScenario,
  type Path,
  pathText,
  type Scenario,
  scenarioOf,
} from "../../scenario/index.ts";
import { replaced, resolvedValue } from "./resolved-value.ts";

/** A value to set. */
export interface Assignment {
  readonly path: Path;
  /** As it would be written in a scenario file. */
  readonly value: unknown;
}

function keysOf(node: unknown): string[] {
  return typeof node === "object" && node !== null ? Object.keys(node) : [];
}

function childOf(node: unknown, key: string): unknown {
  return typeof node === "object" && node !== null ? (node as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** The longest key at the beginning of the rest of a path: names of users may hold dots and spaces. */
function firstKey(rest: string, keys: readonly string[]): { key: string; length: number } | undefined {
  const quoted = /^\["((?:[^"\\]|\\.)*)"\]\.?/.exec(rest);
  if (quoted !== null) return { key: JSON.parse(`"${quoted[1]}"`) as string, length: quoted[0].length };
  const row = /^\[([0-9]+)\]\.?/.exec(rest);
  if (row !== null) return { key: row[1] as string, length: row[0].length };
  const fitting = keys.filter((key) => rest === key || rest.startsWith(`${key}.`) || rest.startsWith(`${key}[`));
  const [longest] = fitting.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return undefined;
  return { key: longest, length: longest.length + (rest[longest.length] === "." ? 1 : 0) };
}

function unknown(written: string, above: Path, rest: string, keys: readonly string[], fileName: string): JourneybenchError {
  const [name = rest] = rest.split(/[.[]/u);
  const near = nearest(name, keys);
  const suggestion = near === undefined ? "" : `Did you mean "${pathText([...above, near])}"? `;
  const place = above.length === 0 ? fileName : `${pathText(above)} of ${fileName}`;
  const known =
    keys.length === 0
      ? `${pathText(above)} is a value, not a part.`
      : `There are: ${oneOf(keys.slice(0, 12))}${keys.length > 12 ? ", …" : ""}.`;
  return new JourneybenchError("bad-input", `There is no "${name}" in ${place} (${written}).`, { hint: `${suggestion}${known}` });
}

/**
 * Reads a path as people write it (`needs.goesOn`, `service.groups.phone desk.agents`, `segments["my.segment"].size`) against a scenario.
 *
 * @returns the path and the value that stands there, with defaults; undefined for what a strategy does not say
 * @throws JourneybenchError `bad-input` with the nearest known name
 */
export function scenarioValue(loaded: LoadedScenario, written: string): Assignment {
  let node = resolvedValue(loaded);
  const path: string[] = [];
  let rest = written.trim();
  while (rest !== "") {
    const keys = keysOf(node);
    const found = firstKey(rest, keys);
    // A strategy is written with what it switches only; whether there is such a switch is the schema's to say.
    if (path.length === 2 && path[0] === "strategies" && /^\w+$/u.test(rest) && !keys.includes(rest))
      return { path: [...path, rest], value: undefined };
    if (found === undefined || !keys.includes(found.key)) throw unknown(written, path, rest, keys, loaded.fileName);
    path.push(found.key);
    node = childOf(node, found.key);
    rest = rest.slice(found.length);
  }
  return { path, value: node };
}

/** Says what is wrong with values, in the words in which a file's mistakes are told. */
function refused(loaded: LoadedScenario, assignments: readonly Assignment[]): JourneybenchError {
  const document = parseDocument(loaded.resolved);
  for (const { path, value } of assignments) document.setIn(path, value);
  try {
    parseScenario(document.toString({ lineWidth: 0 }), { fileName: loaded.fileName, format: "yaml" });
  } catch (error) {
    if (!(error instanceof JourneybenchError)) throw error;
    const set = assignments.map(({ path, value }) => `${pathText(path)} = ${String(value)}`).join(", ");
    // Lines of the resolved text mean nothing to people.
    const problems = error.problems.map(({ line: _line, column: _column, ...problem }) => problem);
    return new JourneybenchError("bad-input", `${loaded.fileName} with ${set} has a mistake:`, { problems, cause: error });
  }
  throw new Error("a scenario is wrong as a value and right as a text");
}

/**
 * The scenario with other values in it, checked as a file would be.
 *
 * @throws JourneybenchError `bad-input` naming the values that the scenario cannot have
 */
export function withValues(loaded: LoadedScenario, assignments: readonly Assignment[]): Scenario {
  const value = assignments.reduce((node, { path, value: set }) => replaced(node, path, set), resolvedValue(loaded));
  const scenario = scenarioOf(value);
  if (scenario === undefined) throw refused(loaded, assignments);
  return scenario;
}

/** The keys that XState reads at each place of a machine's config, and those that authors' tools add without meaning for a run. */

import { nearest, oneOf, type Finding, type Path, shown } from "../../scenario/index.ts";

const NOTES = ["description", "meta"];
const NODE = [
  "id",
  "type",
  "initial",
  "states",
  "on",
  "after",
  "always",
  "onDone",
  "entry",
  "exit",
  "invoke",
  "tags",
  "output",
  "history",
  "target",
  "route",
];
/** `delays` is this package's own: delays that a journey declares by name. */
const ROOT = ["context", "version", "options", "schemas", "types", "delays"];
/** Written by editors, by XState v4 and by JSON Schema; XState v5 does not look at them, and neither does anybody here. */
const HARMLESS: ReadonlySet<string> = new Set(["tsTypes", "predictableActionArguments", "preserveActionOrder", "key", "order"]);

/** Notes of tools; no key of XState's looks like them: `@@data`, `$schema`, `_comment`, `//`. */
const NOTE = /^[@$_/]/u;

const FEW = 8;

/** What the keys of XState v4 are called now. */
const RENAMED: Readonly<Record<string, string>> = {
  cond: "guard",
  internal: "reenter",
  data: "output",
  activities: "invoke",
  services: "invoke",
};

/** The places of a config that have keys of their own. */
export const KEYS = {
  root: [...NODE, ...ROOT, ...NOTES],
  node: [...NODE, ...NOTES],
  transition: ["target", "guard", "actions", "reenter", ...NOTES],
  initial: ["target", "actions", ...NOTES],
  invoke: ["src", "id", "systemId", "input", "onDone", "onError", "onSnapshot", ...NOTES],
  word: ["type", "params"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Findings about keys of `value` that no place of this kind has. */
export function keyFindings(value: Readonly<Record<string, unknown>>, place: keyof typeof KEYS, path: Path): Finding[] {
  const known: readonly string[] = KEYS[place];
  const unknown = Object.keys(value).filter((key) => !known.includes(key) && !HARMLESS.has(key) && !NOTE.test(key));
  return unknown.map((key) => {
    const renamed = Object.hasOwn(RENAMED, key) ? RENAMED[key] : undefined;
    const suggestion = renamed !== undefined && known.includes(renamed) ? renamed : nearest(key, known);
    const inParams = place === "word" ? " (what it needs stands in params)" : "";
    const listed =
      suggestion === undefined || known.length <= FEW ? `one of the keys ${oneOf(known)}${inParams}` : "a key that XState knows here";
    return { path: [...path, key], at: "key", expected: listed, found: `the key ${shown(key)}`, suggestion };
  });
}

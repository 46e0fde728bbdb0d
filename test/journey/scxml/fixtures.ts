/** The fixtures of @scion-scxml/test-framework: documents, each with a script of events and the states that must be active after each. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { descendants, parseDocument, words } from "./document.ts";

/** One step of a script. */
export interface ScriptStep {
  /** Milliseconds since the step before. */
  readonly after?: number;
  readonly event: { readonly name: string };
  /** Ids of the active states that have no children. */
  readonly nextConfiguration: readonly string[];
}

/** A document and its script. */
export interface Fixture {
  readonly folder: string;
  readonly name: string;
  readonly path: string;
  readonly xml: string;
  readonly initialConfiguration: readonly string[];
  readonly steps: readonly ScriptStep[];
}

const require = createRequire(import.meta.url);
const home = dirname(require.resolve("@scion-scxml/test-framework/package.json"));

/** All documents that have a script, by folder and name. */
export function readFixtures(): Fixture[] {
  const root = join(home, "test");
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".scxml") && existsSync(join(root, scriptOf(file))))
    .map((file) => readFixture(root, file))
    .sort((a, b) => (a.folder === b.folder ? order(a.name, b.name) : order(a.folder, b.folder)));
}

/** The fixture's document with another script; what XState then does is right by definition. */
export function withScript(fixture: Fixture, script: readonly { readonly after: number; readonly event: string }[]): Fixture {
  return { ...fixture, steps: script.map(({ after, event }) => ({ after, event: { name: event }, nextConfiguration: [] })) };
}

/** Names of the events that the document's transitions wait for or its actions send, and of those that the script sends. */
export function eventNames(fixture: Fixture): string[] {
  const written = descendants(parseDocument(fixture.xml)).flatMap(({ attributes }) => words(attributes["event"]));
  const plain = written.filter((name) => !name.endsWith("*") && !name.endsWith(".") && !name.startsWith("done."));
  return [...new Set([...plain, ...fixture.steps.map((step) => step.event.name)])].filter((name) => name !== "");
}

function scriptOf(file: string): string {
  return file.replace(/\.scxml$/, ".json");
}

function readFixture(root: string, file: string): Fixture {
  const path = join(root, file);
  const script = JSON.parse(readFileSync(scriptOf(path), "utf8")) as { initialConfiguration: string[]; events: ScriptStep[] };
  return {
    folder: relative(root, dirname(path)),
    name: file.replace(/^.*[\\/]/, "").replace(/(\.txml)?\.scxml$/, ""),
    path,
    xml: readFileSync(path, "utf8"),
    initialConfiguration: script.initialConfiguration,
    steps: script.events,
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

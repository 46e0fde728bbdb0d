/** From a YAML document to plain values with their places, refusing what a scenario has no use for. */

import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, type Range, type YAMLMap, type YAMLSeq } from "yaml";
import type { Finding } from "../problems/finding.ts";
import { shown } from "../problems/shown.ts";
import type { Path } from "../path.ts";
import type { Place } from "./place.ts";

const DEEPEST = 40;
const MOST_NODES = 200_000;
/** What a file may hold, in words. */
export const TOO_MUCH = "at most 40 levels and 200,000 values, aliases written out (and at most 1,000 aliases)";
const COST_OF_ALIAS = MOST_NODES / 1000; // finding an anchor walks the document

/** A finding whose offset in the text is already known. */
export interface PlacedFinding extends Finding {
  readonly offset: number;
}

/** What a document holds: its value, the places, what was wrong, and the spans of texts over several lines. */
export interface Built {
  readonly value: unknown;
  readonly place: Place;
  readonly findings: readonly PlacedFinding[];
  readonly longTexts: readonly (readonly [number, number])[];
}

interface Builder {
  readonly document: Document.Parsed;
  readonly text: string;
  readonly findings: PlacedFinding[];
  readonly longTexts: (readonly [number, number])[];
  nodes: number;
}

interface Part {
  readonly value: unknown;
  readonly place: Place;
}

function spanOf(node: unknown, fallback: number): readonly [number, number] {
  const range = (node as { range?: Range | null } | null)?.range;
  return range ? [range[0], range[1]] : [fallback, fallback];
}

function refuse(builder: Builder, offset: number, finding: Finding): void {
  builder.findings.push({ ...finding, offset });
}

function keyText(builder: Builder, pair: Pair, path: Path, offset: number): string | undefined {
  const { key } = pair;
  const text = isScalar(key) && key.value !== null ? (key.source ?? JSON.stringify(key.value)) : undefined;
  if (text === undefined) {
    refuse(builder, offset, { path, at: "key", expected: "a text as key", found: isScalar(key) ? "nothing" : "a list, map or alias" });
  } else if (text === "__proto__") {
    refuse(builder, offset, { path, at: "key", expected: "another name (this one is reserved by the language)", found: shown(text) });
    return undefined;
  }
  return text;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function mapPart(builder: Builder, node: YAMLMap, path: Path, depth: number): Part {
  const [start, end] = spanOf(node, 0);
  const place: Place = { value: [start, end], children: new Map() };
  const value: Record<string, unknown> = {};
  for (const pair of node.items) {
    const key = spanOf(pair.key, start);
    const name = keyText(builder, pair, path, key[0]);
    if (name === undefined) continue;
    const inside = [...path, name];
    const first = place.children.get(name);
    if (first?.key !== undefined) {
      const found = `${shown(name)} again (first on line ${lineOf(builder.text, first.key[0])})`;
      refuse(builder, key[0], { path: inside, at: "key", expected: "each key once", found });
      continue;
    }
    const part = partOf(builder, pair.value, inside, depth + 1, key[1]);
    place.children.set(name, { ...part.place, key });
    value[name] = part.value;
  }
  return { value, place };
}

function listPart(builder: Builder, node: YAMLSeq, path: Path, depth: number): Part {
  const place: Place = { value: spanOf(node, 0), children: new Map() };
  const value = node.items.map((item, i) => {
    const part = partOf(builder, item, [...path, i], depth + 1, place.value[0]);
    place.children.set(i, part.place);
    return part.value;
  });
  return { value, place };
}

function aliasPart(builder: Builder, node: unknown, path: Path, depth: number, span: readonly [number, number]): Part {
  builder.nodes += COST_OF_ALIAS;
  const target = isAlias(node) ? node.resolve(builder.document) : undefined;
  if (target !== undefined) return partOf(builder, target, path, depth + 1, span[0]);
  refuse(builder, span[0], { path, at: "value", expected: "a text, number, true, false, list or map", found: "something else" });
  return { value: null, place: { value: span, children: new Map() } };
}

function partOf(builder: Builder, node: unknown, path: Path, depth: number, fallback: number): Part {
  const span = spanOf(node, fallback);
  const nothing: Part = { value: null, place: { value: span, children: new Map() } };
  builder.nodes += 1;
  if (builder.nodes > MOST_NODES || depth > DEEPEST) {
    if (builder.nodes !== Infinity) {
      refuse(builder, span[0], { path: path.slice(0, 6), at: "value", expected: TOO_MUCH, found: "more" });
    }
    builder.nodes = Infinity; // said once, then everything else is skipped
    return nothing;
  }
  if (node === null || node === undefined) return nothing;
  if (isMap(node)) return mapPart(builder, node, path, depth);
  if (isSeq(node)) return listPart(builder, node, path, depth);
  if (isScalar(node) && (node.value === null || ["string", "number", "boolean"].includes(typeof node.value))) {
    if (builder.text.slice(span[0], span[1]).includes("\n")) builder.longTexts.push(span);
    return { value: node.value, place: nothing.place };
  }
  return aliasPart(builder, node, path, depth, span);
}

/** The value of a document without syntax errors, with places and findings (duplicate keys, reserved names, alias bombs). */
export function build(document: Document.Parsed, text: string): Built {
  const builder: Builder = { document, text, findings: [], longTexts: [], nodes: 0 };
  const { value, place } = partOf(builder, document.contents, [], 0, 0);
  return { value, place, findings: builder.findings, longTexts: builder.longTexts };
}

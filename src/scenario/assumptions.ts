/** The assumptions of a scenario: every parameter, its value as written, who set it and where it comes from. */

import { stringify } from "yaml";
import type { Comment } from "./document/comments.ts";
import type { Part, SetBy } from "./parts.ts";
import { resolveParts } from "./parts.ts";
import { type Path, pathText } from "./path.ts";
import { type ParameterNote, rangeText, type TrustTag } from "./schema/parameter.ts";
import { POLICY_FILE } from "./schema/routing.ts";
import type { AnySchema } from "./schema-walk.ts";
import { entriesOf } from "./value.ts";

/** One parameter with where its value comes from. */
export interface Assumption {
  readonly path: string;
  /** As it would be written in a scenario file. */
  readonly value: string;
  readonly setBy: SetBy;
  readonly about: string;
  readonly source: string;
  /** S read in the source · S2 read in a secondary page · R remembered, not verified · C computed · A assumption · null not said. */
  readonly tag: TrustTag | null;
  /** What is plausible for the parameter, such as `0.5 to 0.9`; not there where the schema gives no range. */
  readonly range?: string;
}

/** Finds the comment that belongs to a value of the file. */
export type CommentOf = (path: Path) => Comment;

// What a run is called and how it is carried out: not assumptions about the world.
const NOT_ASSUMED: ReadonlySet<unknown> = new Set([
  "$schema",
  "name",
  "description",
  "currency",
  "seed",
  "replications",
  "confidence",
  "baseline",
  "expect",
  "stress",
  // Results tell its hash: a file's name says nothing about the world.
  "journey",
]);

const TAG = /\[(S2|S|R|C|A)\]\.?$/;

const LONGEST_LIST = 24;
const SHOWN_ITEMS = 12;

/** Long lists are data: their begin and their length tell enough. */
function written(value: unknown): string {
  if (Array.isArray(value) && value.length > LONGEST_LIST) {
    const begin = value.slice(0, SHOWN_ITEMS).map((item) => written(item));
    return `[ ${begin.join(", ")}, … ] (${value.length} values)`;
  }
  return stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
}

/** The comment of a value itself, else those of the values inside it, each with its key. */
function ownComment(value: unknown, path: Path, commentOf: CommentOf): string {
  const comment = commentOf(path).join(" ");
  if (comment !== "") return comment;
  const inside = entriesOf(value).map(([key, item]) => [key, ownComment(item, [...path, key], commentOf)] as const);
  const said = inside.filter(([, text]) => text !== "").map(([key, text]) => `${key}: ${text}`);
  return said.join("; ");
}

/** The comment of the nearest block around a value that has one. */
function blockComment(path: Path, commentOf: CommentOf): string {
  for (let length = path.length - 1; length > 0; length--) {
    const comment = commentOf(path.slice(0, length)).join(" ");
    if (comment !== "") return comment;
  }
  return "";
}

/** The comment by which a resolved file says that a value is a default. */
export function defaultComment(note: ParameterNote | undefined): string {
  return note === undefined ? "default" : `default: ${note.source} [${note.tag}]`;
}

/** A default is one that nobody wrote, or that a resolved file wrote out and nobody changed. */
function isDefault({ setBy, isPreset, note, path }: Part, commentOf: CommentOf): boolean {
  return setBy === "default" || (isPreset && commentOf(path).join(" ") === defaultComment(note));
}

function assumptionOf(part: Part, commentOf: CommentOf): Assumption {
  const { path, note, about } = part;
  const setBy: SetBy = isDefault(part, commentOf) ? "default" : "scenario";
  const range = note === undefined ? undefined : rangeText(note);
  const base = { path: pathText(path), value: written(part.value), setBy, about, ...(range === undefined ? {} : { range }) };
  if (setBy === "default") return { ...base, source: note?.source ?? "default of the schema", tag: note?.tag ?? null };
  const comment = ownComment(part.value, path, commentOf) || blockComment(path, commentOf);
  const tag = (TAG.exec(comment)?.[1] ?? null) as TrustTag | null;
  return { ...base, source: comment === "" ? "the scenario file" : comment, tag };
}

/** As with the journey, the hash of the study covers what a policy file says; its name says nothing. */
function isPolicyFile({ path, value }: Part): boolean {
  return path[0] === "strategies" && path[2] === "routing" && typeof value === "string" && POLICY_FILE.test(value);
}

function leavesOf(part: Part, commentOf: CommentOf): Part[] {
  if (part.children !== undefined) {
    return part.children.length === 0 && part.note !== undefined ? [part] : part.children.flatMap((child) => leavesOf(child, commentOf));
  }
  const entries = part.setBy === "default" ? [] : entriesOf(part.value);
  // A map whose entries have sources of their own is listed entry by entry, others stay on one line.
  if (!entries.some(([key]) => commentOf([...part.path, key]).length > 0)) return [part];
  return entries.map(([key, value]) => ({ ...part, path: [...part.path, key], value }));
}

/**
 * Every parameter of a valid input, in the order of the schema, entries of maps (channels, segments, groups, topics) each for
 * itself. A value of the file has its comment as source: the one beside it or directly above its key, else that of the block
 * around it.
 */
export function assumptions(schema: AnySchema, input: unknown, commentOf: CommentOf = () => []): Assumption[] {
  const { children = [] } = resolveParts(schema, input);
  return children
    .filter((part) => !NOT_ASSUMED.has(part.path[0]))
    .flatMap((part) => leavesOf(part, commentOf))
    .filter((part) => !isPolicyFile(part))
    .map((part) => assumptionOf(part, commentOf));
}

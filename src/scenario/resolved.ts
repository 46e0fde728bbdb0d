/** The scenario as a file again, with every default written out and its source above it. */

import { Document, isCollection, isMap as isYamlMap, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { type CommentOf, defaultComment } from "./assumptions.ts";
import type { Comment } from "./document/comments.ts";
import { type Part, resolveParts } from "./parts.ts";
import type { Path } from "./path.ts";
import type { AnySchema } from "./schema-walk.ts";
import { entriesOf, isMap } from "./value.ts";

const HEADER = "# The scenario with all defaults written out; comments say where values come from.\n\n";

interface Writer {
  readonly document: Document;
  readonly commentOf: CommentOf;
}

function keyWith(name: string, comment: Comment): Scalar<string> {
  const key = new Scalar(name);
  if (comment.length > 0) key.commentBefore = comment.map((line) => ` ${line}`).join("\n");
  return key;
}

function hasComments(writer: Writer, value: unknown, path: Path): boolean {
  return entriesOf(value).some(([key, item]) => {
    const inside = [...path, key];
    return writer.commentOf(inside).length > 0 || hasComments(writer, item, inside);
  });
}

/** A value without parts: on one line, unless comments inside it need lines of their own. */
function plainNode(writer: Writer, value: unknown, path: Path): Node {
  if (isMap(value) && hasComments(writer, value, path)) {
    const map = new YAMLMap<Scalar<string>, Node>();
    for (const [key, item] of entriesOf(value)) {
      const inside = [...path, key];
      map.add(new Pair(keyWith(key, writer.commentOf(inside)), plainNode(writer, item, inside)));
    }
    return map;
  }
  if (Array.isArray(value) && value.some(isMap)) {
    const list = new YAMLSeq<Node>();
    for (const item of value) list.add(writer.document.createNode(item, { flow: true }) as Node);
    return list;
  }
  return writer.document.createNode(value, { flow: true });
}

function commentFor(writer: Writer, part: Part): Comment {
  if (part.setBy === "scenario") return writer.commentOf(part.path);
  // Lists and maps that only hold parts with sources of their own need none.
  return part.note === undefined && part.children !== undefined ? [] : [defaultComment(part.note)];
}

function partNode(writer: Writer, part: Part): Node {
  if (part.children === undefined || part.children.length === 0) return plainNode(writer, part.value, part.path);
  const map = new YAMLMap<Scalar<string>, Node>();
  for (const child of part.children) {
    map.add(new Pair(keyWith(String(child.path.at(-1)), commentFor(writer, child)), partNode(writer, child)));
  }
  return map;
}

/** Parts of the scenario stand apart: a blank line before and after each block at the top. */
function separated(root: Node): Node {
  if (!isYamlMap(root)) return root;
  let afterBlock = false;
  for (const { key, value } of root.items) {
    const block = isCollection(value) && value.flow !== true;
    if (key instanceof Scalar && (block || afterBlock)) key.spaceBefore = true;
    afterBlock = block;
  }
  return root;
}

/**
 * The text of a valid input with every default written out. Parsing it gives the same scenario, and resolving it again the same
 * text. Comments of the file stay with their values; anchors are written out.
 */
export function resolvedText(schema: AnySchema, input: unknown, commentOf: CommentOf = () => []): string {
  const document = new Document(null, { schema: "core", aliasDuplicateObjects: false });
  document.contents = separated(partNode({ document, commentOf }, resolveParts(schema, input)));
  return HEADER + document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

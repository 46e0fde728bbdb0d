/** Looks up the targets of a config as XState does: `name` is a sibling, `.name` a child, `#id` a state anywhere. */

import { type Finding, nearest, oneOf, shown } from "../../scenario/index.ts";
import type { ConfigState, Draft, TargetUse } from "./draft.ts";

/** A step of a path that leads nowhere: from which state, under which name. */
interface Lost {
  readonly at: ConfigState;
  readonly name: string;
}

/** The names of a path such as `a.b`; a backslash keeps the next sign. */
function namesOf(path: string): string[] {
  const names = [...path.matchAll(/(?:^|\.)((?:\\.|[^.\\])*)/gu)].map(([, name = ""]) => name.replaceAll(/\\(.)/gu, "$1"));
  const end = names.indexOf("");
  return end < 0 ? names : names.slice(0, end);
}

function lostOnPath(from: ConfigState, names: readonly string[]): Lost | undefined {
  const [name, ...rest] = names;
  if (name === undefined) return undefined;
  const child = from.children.get(name);
  return child === undefined ? { at: from, name } : lostOnPath(child, rest);
}

/** `#id`, or `#id.name.name`: XState takes everything before the first dot as the id. */
function idFinding(draft: Draft, use: TargetUse): Finding | undefined {
  const wanted = use.target.slice(1);
  const [id = "", ...names] = namesOf(wanted);
  const root = draft.states.get(id);
  const lost = root === undefined ? undefined : lostOnPath(root, names);
  if (lost !== undefined) return lostFinding(draft, use, lost);
  if (root !== undefined) return undefined;
  const dotted = draft.states.has(wanted);
  const near = dotted ? wanted.replaceAll(".", "\\.") : nearest(wanted, draft.states.keys());
  const suggestion = near === undefined ? undefined : `#${near}`;
  const found = `${shown(use.target)}${dotted ? ", an id with a dot" : ", which no state has"}`;
  return { path: use.path, at: "value", expected: "the #id of a state", found, suggestion };
}

function lostFinding(draft: Draft, use: TargetUse, { at, name }: Lost): Finding {
  const children = [...at.children.keys()];
  const near = nearest(name, children);
  // Right name, wrong place: the target meant is one that stands elsewhere.
  const elsewhere = [...draft.states.values()].find((state) => state.key === name && state.parent !== undefined);
  const written = use.target.slice(0, use.target.lastIndexOf(name));
  const suggestion = near !== undefined ? `${written}${near}` : elsewhere === undefined ? undefined : `#${elsewhere.id}`;
  const where = at.parent === undefined ? "a state at the top" : `a state of ${at.key}`;
  return { path: use.path, at: "value", expected: `${where} (${oneOf(children)})`, found: shown(use.target), suggestion };
}

function targetFinding(draft: Draft, use: TargetUse): Finding | undefined {
  const { from, target, ofHistory } = use;
  if (target.startsWith("#")) return idFinding(draft, use);
  const inside = target.startsWith(".") && !ofHistory;
  const start = inside ? from : from.parent;
  if (start === undefined) {
    const suggestion = from.children.has(target) ? `.${target}` : undefined;
    return {
      path: use.path,
      at: "value",
      expected: "a state inside (.name) or an #id, at the top of the machine",
      found: shown(target),
      suggestion,
    };
  }
  const lost = lostOnPath(start, namesOf(inside ? target.slice(1) : target));
  return lost === undefined ? undefined : lostFinding(draft, use, lost);
}

/** One finding per target that names no state. */
export function targetFindings(draft: Draft): Finding[] {
  return draft.targets.flatMap((use) => targetFinding(draft, use) ?? []);
}

/** Initial states that are no children: XState notices them only when they are entered, and then one at a time. */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import { type Problem, problemMessage } from "../errors.ts";
import { nearest, oneOf } from "../scenario/index.ts";
import { placeOfName, type Script } from "./place-in-script.ts";

function problemOf(node: AnyStateNode, script: Script): Problem | undefined {
  const { initial } = node.config;
  const name = typeof initial === "object" ? initial.target : initial;
  if (typeof name !== "string" || Object.hasOwn(node.states, name)) return undefined;
  const children = Object.keys(node.states);
  const expected = `one of its states ${oneOf(children)}`;
  const suggestion = nearest(name, children);
  const found = `the initial state ${JSON.stringify(name)}`;
  const path = node.path.length === 0 ? "(root)" : node.path.join(".");
  const place = placeOfName(name, script);
  return {
    file: script.file,
    ...place,
    path,
    expected,
    found,
    ...(suggestion === undefined ? {} : { suggestion }),
    message: problemMessage(expected, found, suggestion),
  };
}

/** One problem per state whose `initial` names no child, in document order. */
export function initialProblems(machine: AnyStateMachine, script: Script): Problem[] {
  const below = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values<AnyStateNode>(node.states).flatMap(below)];
  return below(machine.root).flatMap((node) => problemOf(node, script) ?? []);
}

/** Executable content: raise, send, cancel, assign, script, if, foreach and log as XState actions. */

import { enqueueActions, log, raise } from "xstate";
import type { GuardArguments } from "./condition.ts";
import { guardOf } from "./condition.ts";
import { ContentError } from "./content-error.ts";
import type { Context, DataModel } from "./data-model.ts";
import { Untranslated } from "./data-model.ts";
import type { Element } from "./document.ts";
import { cancelOf, sendOf } from "./send.ts";
import { branchList, changing, choiceOf, isPlain, plainAssignment, statementOf } from "./statements.ts";

/** What the content of one document shares. */
export interface Setting {
  readonly data: DataModel;
  /** State ids as written, and as XState knows them. */
  readonly stateIds: ReadonlyMap<string, string>;
  /** Whether conditions look at more of an event than its name and data. */
  readonly detailed: boolean;
  /** Is told every entry, exit and transition, in order. */
  readonly note: (text: string, context: Context) => void;
  /** A name that no `<send>` has yet. */
  readonly freshId: () => string;
}

/**
 * Translates a block. A mistake that does not depend on data (what is not ECMAScript, an assignment to something that is no field, a
 * target that does not exist) raises its error event here and ends the block.
 */
export function actionsOf(elements: readonly Element[], setting: Setting): unknown[] {
  const actions: unknown[] = [];
  for (const element of elements) {
    const translated = translate(element, setting);
    if (translated instanceof ContentError) {
      return [...actions, ...errorActions(translated, setting)];
    }
    actions.push(...translated);
  }
  return actions;
}

/** What stands for a mistake. */
export function errorActions({ event, sendid, before }: ContentError, { detailed }: Setting): unknown[] {
  return [...before, raise({ type: event, ...(detailed ? { kind: "platform", sendid } : {}) })];
}

function translate(element: Element, setting: Setting): unknown[] | ContentError {
  const { attributes } = element;
  switch (element.tag) {
    case "raise":
      return [raise({ type: attributes["event"] ?? "", ...(setting.detailed ? { kind: "internal" } : {}) })];
    case "send":
      return sendOf(element, setting);
    case "cancel":
      return cancelOf(attributes, setting.data);
    case "log":
      return [logOf(attributes, setting.data)];
    case "if":
      return branchesOf(element, setting);
    case "assign":
    case "script":
    case "foreach": {
      if (element.tag === "assign" && isPlain(attributes["location"], setting.data)) return plainAssignment(element, setting.data);
      const statement = statementOf(element, setting.data);
      if (statement === undefined) throw new Untranslated(`<${element.tag}> that does more than assign`);
      return statement instanceof ContentError ? statement : [changing(statement)];
    }
    default:
      throw new Untranslated(`<${element.tag}> in executable content`);
  }
}

function logOf({ label, expr }: Element["attributes"], data: DataModel): unknown {
  const evaluate = expr === undefined ? undefined : data.expression(expr);
  const said = ({ context, event }: GuardArguments): unknown => {
    try {
      return evaluate?.(context, event);
    } catch {
      return "what cannot be evaluated";
    }
  };
  return log(said as Parameters<typeof log>[0], label);
}

/** Branches on constants are decided here; branches that only change data become one assign; the rest needs `enqueueActions`. */
function branchesOf(element: Element, setting: Setting): unknown[] {
  const open = branchList(element).filter(({ condition }) => condition.trim() !== "false");
  if (open[0] === undefined) return [];
  if (open[0].condition.trim() === "true") return actionsOf(open[0].content, setting);
  const statement = choiceOf(element, setting.data);
  if (statement !== undefined) return [changing(statement)];
  const branches = open.map(({ condition, content }) => ({
    guard: guardOf(condition, setting.data, setting.stateIds),
    actions: actionsOf(content, setting),
  }));
  return [
    enqueueActions(({ enqueue, check }) => {
      const taken = branches.find(({ guard }) => check(guard as Parameters<typeof check>[0]));
      for (const action of taken?.actions ?? []) enqueue(action as Parameters<typeof enqueue>[0]);
    }),
  ];
}

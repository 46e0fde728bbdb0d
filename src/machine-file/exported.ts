/** Which of a module's exports is the machine. */

import type { AnyStateMachine } from "xstate";
import { JourneybenchError } from "../errors.ts";
import { oneOf } from "../scenario/index.ts";
import { isMachine, kindOf } from "./kind.ts";

const CHOOSE = "Export the machine as default, or name it `journey` or `machine`.";
const MOST_LISTED = 12;

function nothingFound(file: string, exports: readonly (readonly [string, unknown])[]): JourneybenchError {
  if (exports.length === 0) {
    return new JourneybenchError("bad-input", `${file} exports nothing.`, { hint: CHOOSE });
  }
  const kinds = exports.map(([name, value]) => ({ name, kind: kindOf(value) }));
  const listed = kinds.slice(0, MOST_LISTED).map(({ name, kind }) => `${name} (${kind.name})`);
  const more = kinds.length > MOST_LISTED ? `, and ${kinds.length - MOST_LISTED} more` : "";
  const hint = kinds.find(({ kind }) => kind.hint !== undefined)?.kind.hint ?? CHOOSE;
  return new JourneybenchError("bad-input", `${file} exports no XState v5 machine, only ${listed.join(", ")}${more}.`, { hint });
}

/**
 * The machine of a module: its default export, else the one called `journey` or `machine`, else its only machine. A CommonJS module may
 * be the machine itself.
 *
 * @throws JourneybenchError (`bad-input`) listing what is exported when there is no machine, or several and none of these names
 */
export function exportedMachine(file: string, module: unknown): AnyStateMachine {
  if (isMachine(module)) return module;
  const exports = typeof module === "object" && module !== null ? Object.entries(module).filter(([name]) => name !== "__esModule") : [];
  const machines = exports.filter((entry): entry is [string, AnyStateMachine] => isMachine(entry[1]));
  const named = ["default", "journey", "machine"].map((name) => machines.find(([one]) => one === name));
  const [byDefault, ...byName] = named;
  if (byDefault !== undefined) return byDefault[1];
  const chosen = byName.filter((entry) => entry !== undefined);
  const candidates = new Map((chosen.length > 0 ? chosen : machines).map(([name, machine]) => [machine, name]));
  const [first, ...others] = candidates.keys();
  const isNamespace = typeof module === "object" && module !== null;
  if (first === undefined) throw nothingFound(file, isNamespace ? exports : [["module.exports", module]]);
  if (others.length > 0) {
    const names = machines.map(([name]) => name);
    throw new JourneybenchError("bad-input", `${file} exports ${names.length} machines: ${names.join(", ")}.`, {
      hint: `Say which one is the journey: export ${oneOf(names)} as default.`,
    });
  }
  return first;
}

/** A machine as plain data: read, checked whole, and only then given to XState. */

import { type AnyStateMachine, createMachine } from "xstate";
import { JourneybenchError, type Problem } from "../errors.ts";
import { problemsOf, readText } from "../scenario/index.ts";
import { configFindings } from "./config/check.ts";

type MachineConfig = Parameters<typeof createMachine>[0];

function refused(file: string, problems: readonly Problem[]): JourneybenchError {
  const many = problems.length === 1 ? "a mistake" : `${problems.length} mistakes`;
  return new JourneybenchError("bad-input", `${file} has ${many}:`, { problems });
}

/** `JSON.stringify(machine)` writes XState's own form of a machine, which it cannot read again. */
function isDefinition(value: unknown): boolean {
  return typeof value === "object" && value !== null && "transitions" in value && "key" in value && "order" in value;
}

/**
 * The machine of a JSON text: what `createMachine` takes, with actions and guards as names or `{ type, params }`.
 *
 * @throws JourneybenchError (`bad-input`) with all mistakes in the order of the file, each with line and column
 */
export function machineOfJson(text: string, file: string): AnyStateMachine {
  const read = readText(text, "json");
  if (!read.readable) throw refused(file, problemsOf(read, file, read.findings));
  if (isDefinition(read.value)) {
    throw new JourneybenchError("bad-input", `${file} holds the definition of a machine, not its config.`, {
      hint: "Write JSON.stringify(machine.config) instead of JSON.stringify(machine).",
    });
  }
  const findings = [...read.findings, ...configFindings(read.value)];
  if (findings.length > 0) throw refused(file, problemsOf(read, file, findings));
  try {
    return createMachine(read.value as MachineConfig);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new JourneybenchError("bad-input", `XState refuses ${file}: ${reason.replaceAll(/\s*\n\s*/gu, " ")}`, { cause: error });
  }
}

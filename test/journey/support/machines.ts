/** Machines that are data. */

import { createMachine } from "xstate";
import type { AnyStateMachine } from "xstate";

/** A machine from data; XState's definition of a machine's type is far too narrow for machines that are data. */
export function machineOf(data: Readonly<Record<string, unknown>>): AnyStateMachine {
  return createMachine(data as unknown as Parameters<typeof createMachine>[0]);
}

/** The door of the authors' files: machines and routing policies. */

export { type LoadedMachine, loadMachine } from "./load-machine.ts";
export { type LoadedPolicy, loadPolicy } from "./load-policy.ts";

/** The door of the machine files. */

export { type LoadedMachine, loadMachine } from "./load-machine.ts";

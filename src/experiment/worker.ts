/** The entry of a worker thread: runs a task. Piscina calls the default export. */

import { runTask } from "./run-task.ts";

// Piscina's contract is a default export.
export default runTask;

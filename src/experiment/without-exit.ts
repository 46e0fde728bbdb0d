/** While a model runs, nobody ends the process: a routing policy or journey of an author's that tries to has failed, and is told of like that. */

function refused(): never {
  throw new Error("process.exit() was called, which would end the whole run; throw an Error instead");
}

/**
 * Runs something that does not wait, in which `process.exit()` throws.
 *
 * @throws Error where an author's program calls it
 */
export function withoutExit<T>(run: () => T): T {
  const exit: NodeJS.Process["exit"] = Reflect.get(process, "exit");
  process.exit = refused;
  try {
    return run();
  } finally {
    process.exit = exit;
  }
}

/**
 * The command line that was last built, for one command after another in one process: modules are loaded and compiled once. Every message
 * is `{ args, cwd }`; the answer is what a process of its own would have left: `{ code, stdout, stderr }`. It ends when its parent lets go
 * and no command has left anything open.
 */

import { fileURLToPath } from "node:url";

const MAIN = new URL("../../dist/cli/main.js", import.meta.url);

let commands = 0;

/** Collects what is written to a stream; gives it back when asked for. */
function collected(stream) {
  const chunks = [];
  stream.write = (chunk, encoding, done) => {
    chunks.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
    const written = typeof encoding === "function" ? encoding : done;
    if (written !== undefined) process.nextTick(written);
    return true;
  };
  return () => chunks.splice(0).join("");
}

const stdout = collected(process.stdout);
const stderr = collected(process.stderr);

process.on("message", async ({ args, cwd }) => {
  process.chdir(cwd);
  process.argv = [process.execPath, fileURLToPath(MAIN), ...args];
  process.exitCode = undefined;
  commands += 1;
  // The program runs when it is loaded: another address is another load, of this one module only.
  await import(`${MAIN.href}?command=${commands}`);
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  process.stdout.removeAllListeners("error");
  process.send({ code, stdout: stdout(), stderr: stderr() });
});

/**
 * Builds dist/ once before the tests: worker threads load JavaScript only. Types are not checked here (`npm run types` does),
 * and only what changed is written, so that runs beside each other do not disturb one another.
 */

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export default function build(): void {
  const require = createRequire(import.meta.url);
  const compiler = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json", "--noCheck"], {
    cwd: join(import.meta.dirname, ".."),
    stdio: ["ignore", "inherit", "inherit"],
  });
}

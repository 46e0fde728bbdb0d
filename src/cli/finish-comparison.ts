/** What is written and printed when a comparison is done. */

import type { Comparison } from "../experiment/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";

export interface Finishing {
  /** The run's folder; undefined: nothing is written. */
  readonly folder: string | undefined;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Writes the run's folder, prints the answer, and sets exit code 1 when an expectation does not hold. */
export async function finishComparison(
  run: Comparison,
  loaded: LoadedScenario,
  { folder, json, quiet }: Finishing,
  command: readonly string[],
): Promise<void> {
  const { writeRunFolder } = await import("../experiment/index.ts");
  const { runFiles } = await import("./run-files.ts");
  const { documentText } = await import("./study-files.ts");
  const { result } = run;
  if (folder !== undefined) writeRunFolder(folder, await runFiles(run, loaded, command));
  if (json === true) process.stdout.write(documentText(result));
  else if (quiet !== true) {
    const { summary } = await import("./summary.ts");
    process.stdout.write(summary(result, folder));
  }
  const broken = result.expectations.filter((expectation) => !expectation.passed);
  for (const { text: wording, observed } of broken) {
    process.stderr.write(`Expected and not met: ${wording}; observed ${observed ?? "nothing"}.\n`);
  }
  if (broken.length > 0) process.exitCode = 1;
}

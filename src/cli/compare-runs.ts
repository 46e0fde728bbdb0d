/** `journeybench compare RUN_A RUN_B`: two finished runs side by side. */

import { JourneybenchError } from "../errors.ts";

export interface RunsOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** Options that make sense without running. */
const ALLOWED = new Set(["json", "markdown"]);

function optionText(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Prints what differs; nothing is run and nothing written. */
export async function compareTwoRuns(a: string, b: string, options: RunsOptions & Readonly<Record<string, unknown>>): Promise<void> {
  const strange = Object.keys(options).find((key) => !ALLOWED.has(key));
  if (strange !== undefined) {
    throw new JourneybenchError("usage", `${optionText(strange)} is about running; two finished runs are only read.`, {
      hint: "With two runs there are --markdown and --json. To run a scenario, name one only.",
    });
  }
  if (options.json === true && options.markdown === true) {
    throw new JourneybenchError("usage", "--json and --markdown do not go together.", { hint: "Leave one of them out." });
  }
  const { compareRuns, readRun } = await import("../experiment/index.ts");
  const comparison = compareRuns(await readRun(a), await readRun(b));
  if (options.json === true) {
    const { documentText } = await import("./study-files.ts");
    process.stdout.write(documentText(comparison));
  } else if (options.markdown === true) {
    const { runsMarkdown } = await import("./runs-markdown.ts");
    process.stdout.write(runsMarkdown(comparison));
  } else {
    const { runsSummary } = await import("./runs-summary.ts");
    process.stdout.write(runsSummary(comparison));
  }
}

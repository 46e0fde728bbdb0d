/** `journeybench init`: writes a commented starter scenario. */

import { writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { JourneybenchError } from "../errors.ts";

const TEMPLATES = ["minimal", "retail", "contact-centre", "buyers"] as const;

export function addInit(root: Command): void {
  root
    .command("init")
    .description("write a commented starter scenario")
    .argument("[file]", "the file to write", "scenario.yaml")
    .addOption(new Option("--template <name>", "what to start from").choices(TEMPLATES).default("retail"))
    .action(async (file: string, { template }: { template: (typeof TEMPLATES)[number] }) => {
      const { starterScenario } = await import("../scenario/index.ts");
      try {
        // "wx" fails if the file exists: nothing is overwritten.
        writeFileSync(file, starterScenario(template), { flag: "wx" });
      } catch (error) {
        const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
        throw new JourneybenchError("usage", exists ? `${file} exists already and was left as it is.` : `${file} cannot be written.`, {
          hint: "Name another file: journeybench init FILE.",
          cause: error,
        });
      }
      process.stdout.write(`Wrote ${file}. Check it with: journeybench check ${file}\nRun it with: journeybench compare ${file}\n`);
    });
}

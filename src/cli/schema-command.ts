/** `journeybench schema`: prints a JSON Schema, generated from the zod schema. */

import { type Command, InvalidArgumentError } from "commander";

const KINDS = ["scenario", "result", "stress", "sweep", "twin"] as const;
type Kind = (typeof KINDS)[number];

function kind(value: string): Kind {
  if (value === "claim") throw new InvalidArgumentError("the schema of claims is not available yet");
  const found = KINDS.find((one) => one === value);
  if (found === undefined) throw new InvalidArgumentError(`expected ${KINDS.join(" or ")}, found "${value}"`);
  return found;
}

/** The JSON Schema of a kind of document. */
export async function schemaOf(of: Kind): Promise<Readonly<Record<string, unknown>>> {
  if (of === "scenario") {
    const { jsonSchema } = await import("../scenario/index.ts");
    return jsonSchema();
  }
  const { resultJsonSchema, stressJsonSchema, sweepJsonSchema, twinJsonSchema } = await import("../kpi/index.ts");
  if (of === "twin") return twinJsonSchema();
  if (of === "sweep") return sweepJsonSchema();
  return of === "result" ? resultJsonSchema() : stressJsonSchema();
}

export function addSchema(root: Command): void {
  root
    .command("schema")
    .description("print the JSON Schema of a scenario, a result, a stress study, a sweep or twins")
    .argument("[kind]", KINDS.join(" or "), kind, "scenario")
    .action(async (of: Kind) => {
      process.stdout.write(`${JSON.stringify(await schemaOf(of), null, 2)}\n`);
    });
}

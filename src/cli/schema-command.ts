/** `journeybench schema`: prints a JSON Schema, generated from the zod schema. */

import { type Command, InvalidArgumentError } from "commander";

const KINDS = ["scenario", "result", "stress", "sweep", "twin", "sensitivity", "selection", "run-comparison"] as const;
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
  const kpi = await import("../kpi/index.ts");
  const schemas = {
    result: kpi.resultJsonSchema,
    stress: kpi.stressJsonSchema,
    sweep: kpi.sweepJsonSchema,
    twin: kpi.twinJsonSchema,
    sensitivity: kpi.sensitivityJsonSchema,
    selection: kpi.selectionJsonSchema,
    "run-comparison": kpi.runComparisonJsonSchema,
  } satisfies Record<Exclude<Kind, "scenario">, unknown>;
  return schemas[of]();
}

export function addSchema(root: Command): void {
  root
    .command("schema")
    .description(
      "print the JSON Schema of a scenario, a result, a stress study, a sweep, twins, a sensitivity study, a selection or two runs",
    )
    .argument("[kind]", KINDS.join(" or "), kind, "scenario")
    .action(async (of: Kind) => {
      process.stdout.write(`${JSON.stringify(await schemaOf(of), null, 2)}\n`);
    });
}

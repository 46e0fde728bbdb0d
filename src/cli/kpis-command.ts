/** `journeybench kpis`: prints the catalogue, or everything about some KPIs. */

import type { Command } from "commander";
import Table from "cli-table3";
import { JourneybenchError } from "../errors.ts";
import { formulaTerms, type Kpi, kpiById, kpiCatalogue, type KpiDescription } from "../kpi/index.ts";
import { didYouMean } from "../scenario/index.ts";
import { PLAIN } from "./table-style.ts";

/** What a KPI says about itself and what it needs of a scenario: everything but its function. */
export function factsOf(kpi: Kpi): KpiDescription & Pick<Kpi, "needs" | "mechanism" | "scopes"> {
  const { value: _, channels: __, ...facts } = kpi;
  return facts;
}

function catalogueTable(): string {
  const table = new Table({ head: ["id", "label", "unit", "better", "group"], ...PLAIN });
  for (const { id, label, unit, better, group } of kpiCatalogue) table.push([id, label, unit, better === "none" ? "–" : better, group]);
  return `${table.toString()}\n${kpiCatalogue.length} KPIs; journeybench kpis ID tells all about one.\n`;
}

/** Named sums of a formula, each with what it means. */
function termsOf(formula: string): string[] {
  return Object.entries(formulaTerms).flatMap(([term, meaning]) => (formula.split(/\W+/).includes(term) ? [`${term} = ${meaning}`] : []));
}

function fullText(kpi: Kpi): string {
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ["definition", [kpi.definition]],
    ["formula", [kpi.formula, ...termsOf(kpi.formula)]],
    ["unit", [kpi.unit]],
    ["better", [kpi.better === "none" ? "neither direction by itself" : kpi.better]],
    ["phase", [kpi.group]],
    ["window", [kpi.window]],
    ["meant for", [kpi.reach.join(", ")]],
    ["told", [["overall", "by period", ...kpi.scopes.map((scope) => `by ${scope}`)].join(", ")]],
    ["conventions", kpi.conventions],
    ["needs", [kpi.mechanism === undefined ? kpi.needs : `${kpi.needs}, ${kpi.mechanism}`]],
    ["source", [kpi.source]],
    ["see", [kpi.related.join(", ")]],
  ];
  const shown = lines
    .filter(([, texts]) => texts.join("") !== "")
    .map(([name, texts]) => `  ${name.padEnd(13)}${texts.join(`\n${" ".repeat(15)}`)}`);
  return `${kpi.id}: ${kpi.label}\n${shown.join("\n")}\n`;
}

/**
 * The KPIs of some ids, in the order named.
 *
 * @throws JourneybenchError `usage` naming every unknown id, with the nearest known one
 */
function named(ids: readonly string[]): Kpi[] {
  const known = kpiCatalogue.map(({ id }) => id);
  const unknown = ids.filter((id) => kpiById(id) === undefined);
  if (unknown.length > 0) {
    const sentences = unknown.map((id) => `There is no KPI "${id}".${didYouMean(id, known)}`);
    throw new JourneybenchError("usage", sentences.join("\n"), { hint: "journeybench kpis lists all of them." });
  }
  return ids.flatMap((id) => kpiById(id) ?? []);
}

export function addKpis(root: Command): void {
  root
    .command("kpis")
    .description("print the KPIs: what each means and how it is computed")
    .argument("[id...]", "ids of KPIs to tell everything about; left out: a table of all")
    .option("--json", "as JSON, with all fields")
    .action((ids: string[], { json = false }: { readonly json?: boolean }) => {
      const kpis = named(ids);
      if (json) process.stdout.write(`${JSON.stringify((ids.length === 0 ? kpiCatalogue : kpis).map(factsOf), null, 2)}\n`);
      else process.stdout.write(ids.length === 0 ? catalogueTable() : kpis.map(fullText).join("\n"));
    });
}

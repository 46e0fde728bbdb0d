/** The page docs/reference/kpis.md, from the catalogue. */

import { comparisonParts, formulaTerms, type Kpi, kpiCatalogue, leftOut } from "../../src/kpi/index.ts";

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

const BETTER = { higher: "higher is better", lower: "lower is better", none: "neither direction is better by itself" } as const;

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return first.endsWith(".") ? first : `${first}.`;
}

function section(kpi: Kpi): string {
  const needs = kpi.mechanism === undefined ? kpi.needs : `${kpi.needs}, ${kpi.mechanism}`;
  const facts = [
    `formula: \`${kpi.formula}\``,
    `unit: ${kpi.unit}; ${BETTER[kpi.better]}`,
    `window: ${kpi.window}`,
    `meant for: ${kpi.reach.join(", ")}; told ${["overall", "by period", ...kpi.scopes.map((scope) => `by ${scope}`)].join(", ")}`,
    ...kpi.conventions.map((convention) => `convention: ${convention}`),
    `needs: ${needs}`,
    `source: ${kpi.source}`,
    ...(kpi.related.length === 0 ? [] : [`see: ${kpi.related.map((id) => `\`${id}\``).join(", ")}`]),
  ];
  return `### \`${kpi.id}\`: ${kpi.label}\n\n${sentence(kpi.definition)}\n\n${facts.map((fact) => `- ${fact}`).join("\n")}`;
}

const INTRODUCTION = `Every ratio is a ratio of sums. What is still open when the run ends is neither success nor failure: it does not count. Undefined KPIs are null with a reason. \`journeybench kpis\` prints this catalogue, \`journeybench kpis ID\` one entry.

Formulas are written with the counters of the ledger: money in cents, times in milliseconds (\`…Ms\`), satisfaction in thousandths. A test computes each formula and compares it with the KPI. "Evidence" is the project's register of definitions, "needs" the parts of the scenario (and the mechanism) without which a KPI is left out.`;

/** The page's text; \`table\` writes a table in Markdown. */
export function kpiPage(table: Table): string {
  const groups = [...new Set(kpiCatalogue.map((kpi) => kpi.group))];
  const parts = groups.map((group) => {
    const kpis = kpiCatalogue.filter((kpi) => kpi.group === group);
    const rows = kpis.map(({ id, label, unit, better }) => [`[\`${id}\`](#${id}-${anchor(label)})`, label, unit, better]);
    return `## ${sentence(group).slice(0, -1)}\n\n${table(["id", "label", "unit", "better"], rows)}\n\n${kpis.map(section).join("\n\n")}`;
  });
  const pairs = (values: Readonly<Record<string, string>>) => Object.entries(values).map(([name, text]) => [`\`${name}\``, text]);
  const ends = [
    `## Named sums of formulas\n\n${table(["name", "meaning"], pairs(formulaTerms))}`,
    `## Figures of comparisons\n\nIds of the evidence register that compare strategies stand in the result document:\n\n${table(["id", "where"], pairs(comparisonParts))}`,
    ...(pairs(leftOut).length === 0 ? [] : [`## Left out\n\n${table(["id", "why"], pairs(leftOut))}`]),
  ];
  return `# KPIs\n\n${INTRODUCTION}\n\n${[...parts, ...ends].join("\n\n")}\n`;
}

/** What GitHub makes of a heading. */
function anchor(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
}

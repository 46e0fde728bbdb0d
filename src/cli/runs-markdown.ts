/** Two runs side by side as Markdown, for a pull request or a note. */

import { printable } from "../errors.ts";
import type { RunComparison } from "../kpi/index.ts";
import { headText, inputHead, inputRow, kpiHead, kpiRow, nothingDiffers, onlyTexts, restText, type Row, shownKpis } from "./runs-view.ts";

/** Names and values are their author's: they must not become markup. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, String.raw`\$&`);
}

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.map(escaped).join(" | ")} |`;
  return [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

/** The text of `compare RUN_A RUN_B --markdown`. */
export function runsMarkdown(comparison: RunComparison): string {
  const { inputs, strategies, confidence } = comparison;
  const head = headText(comparison)
    .split("\n")
    .map((line) => `- ${escaped(line)}`)
    .join("\n");
  const title = "# Two runs";
  if (nothingDiffers(comparison)) return `${title}\n\n${head}\n\nNothing differs: neither what went in nor what came out.\n`;
  const changed = inputs.length === 0 ? "No input differs." : table(inputHead, inputs.map(inputRow));
  const parts = strategies.map(({ name, kpis }) => {
    const rows = shownKpis(kpis, confidence).map((row) => kpiRow(row, comparison));
    const drawn = rows.length === 0 ? [] : [table(kpiHead, rows)];
    return [`## ${escaped(printable(name))}`, ...drawn, restText(kpis, confidence)].join("\n\n");
  });
  return `${[title, head, "## Inputs", changed, ...parts, ...onlyTexts(comparison).map(escaped)].join("\n\n")}\n`;
}

/** The terminal's answer to two runs: what went in differently, then what came out differently. */

import Table from "cli-table3";
import { printable } from "../errors.ts";
import type { RunComparison } from "../kpi/index.ts";
import { headText, inputHead, inputRow, kpiHead, kpiRow, nothingDiffers, onlyTexts, restText, type Row, shownKpis } from "./runs-view.ts";
import { PLAIN } from "./table-style.ts";

const MOST_ROWS = 40;
/** Characters of a value; lists are long. */
const WIDEST = 40;

function cut(cell: string): string {
  return cell.length > WIDEST ? `${cell.slice(0, WIDEST - 1)}…` : cell;
}

function table(head: Row, rows: readonly Row[], cell: (text: string) => string = (text) => text): string {
  const drawn = new Table({ head: [...head], ...PLAIN });
  for (const row of rows.slice(0, MOST_ROWS)) drawn.push(row.map(cell));
  const more = rows.length > MOST_ROWS ? `\n… and ${rows.length - MOST_ROWS} more (--json has them all)` : "";
  return `${drawn.toString()}${more}`;
}

/** The text that `compare RUN_A RUN_B` prints. */
export function runsSummary(comparison: RunComparison): string {
  const { inputs, strategies, confidence } = comparison;
  const head = headText(comparison);
  if (nothingDiffers(comparison)) return `${head}\n\nNothing differs: neither what went in nor what came out.\n`;
  const parts = strategies.map(({ name, kpis }) => {
    const rows = shownKpis(kpis, confidence).map((row) => kpiRow(row, comparison));
    const drawn = rows.length === 0 ? "" : `\n${table(kpiHead, rows)}`;
    return `${printable(name)}${drawn}\n${restText(kpis, confidence)}`;
  });
  const changed = inputs.length === 0 ? "No input differs." : table(inputHead, inputs.map(inputRow), cut);
  return `${[head, changed, ...parts, ...onlyTexts(comparison)].join("\n\n")}\n`;
}

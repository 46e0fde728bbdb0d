/** The terminal's answer to a sensitivity study: what moves the KPI most. */

import Table from "cli-table3";
import { kpiById, type SensitivityDocument } from "../kpi/index.ts";
import { counted, figureText, type MovedRow, movers, responseName, unmovedSentence } from "../report/index.ts";
import { PLAIN } from "./table-style.ts";

const MOST_ROWS = 15;
/** Names of parameters that changed nothing; the page has all. */
const MOST_UNMOVED = 4;

const EXPLAINED: Readonly<Record<SensitivityDocument["method"], string>> = {
  morris: "Mean size of the effect over a parameter's whole range; the spread tells interactions and curvature.",
  tornado: "At the low and at the high end of one parameter at a time, all others as in the scenario.",
  sobol: "Shares of the variance when all vary at once: alone, and with all interactions.",
  capabilities: "Shapley values: what each adds, averaged over the orders in which they may come. They add up to the difference.",
};

/** Characters of a name in a line of the table. */
const NAME_WIDTH = 44;

/** A name in lines that break between its words. */
function nameLines(name: string): string {
  const [first = "", ...rest] = name.split(" › ");
  return rest.reduce(
    (lines, word) =>
      (lines.split("\n").at(-1) ?? "").length + word.length + 3 > NAME_WIDTH ? `${lines} ›\n  ${word}` : `${lines} › ${word}`,
    first,
  );
}

function tableOf(head: readonly string[], rows: readonly MovedRow[]): string {
  const table = new Table({ head: ["", ...head], ...PLAIN });
  for (const { name, code, cells } of rows.slice(0, MOST_ROWS)) table.push([`${nameLines(name)}\n${code}`, ...cells.map(figureText)]);
  const more = rows.length > MOST_ROWS ? `\n… and ${rows.length - MOST_ROWS} more in sensitivity.csv` : "";
  return table.toString() + more;
}

/** The text that `sensitivity` prints. */
export function sensitivitySummary(document: SensitivityDocument, folder: string): string {
  const { scenario, kpi, replications, confidence, method, points, leftOut } = document;
  const label = kpiById(kpi.id)?.label ?? kpi.id;
  const where = method === "capabilities" ? "" : ` at ${counted(points, "point")}`;
  const head = `${scenario.name}: what moves ${label}, ${counted(replications, "replication")}${where}, ${Math.round(confidence * 100)} % intervals`;
  const tables = movers(document).map((found) => {
    const { response, columns, rows, note } = found;
    const title = `${responseName(response)}${note === undefined ? "" : `: ${note}`}`;
    const table = rows.length === 0 ? [] : [tableOf(columns, rows)];
    return [title, ...table, unmovedSentence(found, MOST_UNMOVED) ?? []].flat().join("\n");
  });
  const without = leftOut.length === 0 ? [] : [`${leftOut.length} numbers were left out; sensitivity.json says why.`];
  return `${[head, EXPLAINED[method], ...tables, ...without, `Report: ${folder}/sensitivity.html`].join("\n\n")}\n`;
}

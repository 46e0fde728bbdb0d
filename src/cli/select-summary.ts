/** The terminal's answer to a selection. */

import Table from "cli-table3";
import { kpiById, type SelectionDocument } from "../kpi/index.ts";
import { intervalText, meanText, promiseSentence, selectedSentence } from "../report/index.ts";
import { PLAIN } from "./table-style.ts";

/** The text that `select` prints. */
export function selectSummary(document: SelectionDocument, folder: string): string {
  const { kpi, scenario, systems, leader, winner, confidence } = document;
  const label = kpiById(kpi.id)?.label ?? kpi.id;
  const table = new Table({ head: ["", label, `less ${leader}`, "replications", ""], ...PLAIN });
  const written = (span: (typeof systems)[number]["kpi"], reading: "level" | "difference") => {
    const interval = intervalText(span, kpi.unit, scenario.currency, reading);
    return `${meanText(span, kpi.unit, scenario.currency, reading)}${interval === null ? "" : `\n${interval}`}`;
  };
  for (const { name, kpi: level, behind, replications, eliminatedAfter } of systems) {
    const fate = eliminatedAfter === null ? (name === winner ? "selected" : "still in") : "out";
    table.push([name, written(level, "level"), behind === null ? "" : written(behind, "difference"), replications, fate]);
  }
  const intervals = `Means with ${Math.round(confidence * 100)} % intervals; the replications of each are those before it was out.`;
  return `${[`${scenario.name}: ${selectedSentence(document, kpiById)}`, promiseSentence(document, kpiById), table.toString(), intervals, `Report: ${folder}/select.html`].join("\n\n")}\n`;
}

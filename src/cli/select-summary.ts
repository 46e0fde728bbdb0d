/** The terminal's answer to a selection. */

import Table from "cli-table3";
import { kpiById, type SelectionDocument } from "../kpi/index.ts";
import { intervalText, meanText, promiseSentence, selectedSentence, standingSentences, standingText } from "../report/index.ts";
import { PLAIN } from "./table-style.ts";

/** The text that `select` prints. */
export function selectSummary(document: SelectionDocument, folder: string): string {
  const { kpi, scenario, systems, leader, confidence } = document;
  const label = kpiById(kpi.id)?.label ?? kpi.id;
  const table = new Table({ head: ["", label, `less ${leader}`, "replications", ""], ...PLAIN });
  const written = (span: (typeof systems)[number]["kpi"], reading: "level" | "difference") => {
    const interval = intervalText(span, kpi.unit, scenario.currency, reading);
    return `${meanText(span, kpi.unit, scenario.currency, reading)}${interval === null ? "" : `\n${interval}`}`;
  };
  for (const system of systems) {
    const { name, kpi: level, behind, replications } = system;
    const less = behind === null ? "" : written(behind, "difference");
    table.push([name, written(level, "level"), less, replications, standingText(document, system).replace(": ", ":\n")]);
  }
  const intervals = `Means with ${Math.round(confidence * 100)} % intervals; the replications of each are those before it left the race.`;
  const head = [
    `${scenario.name}: ${selectedSentence(document, kpiById)}`,
    standingSentences(document) ?? [],
    promiseSentence(document, kpiById),
  ].flat();
  return `${[...head, table.toString(), intervals, `Report: ${folder}/select.html`].join("\n\n")}\n`;
}

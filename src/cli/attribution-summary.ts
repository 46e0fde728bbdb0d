/** What a study of attribution found, in a table for the terminal. */

import Table from "cli-table3";
import type { AttributionMethod, ResultDocument, StrategyResult } from "../kpi/index.ts";
import { meanText } from "../report/index.ts";
import { PLAIN } from "./table-style.ts";

const METHODS: readonly (readonly [AttributionMethod, string])[] = [
  ["lastTouch", "last touch"],
  ["firstTouch", "first touch"],
  ["linear", "linear"],
  ["markov", "Markov"],
  ["shapley", "Shapley"],
];

function tableOf({ name, attribution }: StrategyResult): string[] {
  if (attribution === undefined) return [];
  const table = new Table({ head: [`${name}: revenue by channel`, "true share", ...METHODS.map(([, label]) => label)], ...PLAIN });
  for (const { channel, incremental, credit } of attribution.channels) {
    table.push([channel, meanText(incremental.share, "share", ""), ...METHODS.map(([method]) => meanText(credit[method], "share", ""))]);
  }
  const misplaced = METHODS.map(([method]) => attribution.methods.find((one) => one.method === method)?.misplaced);
  table.push([
    "credited to the wrong channel",
    "",
    ...misplaced.map((figure) => (figure === undefined ? "–" : meanText(figure, "share", ""))),
  ]);
  return [table.toString()];
}

/** A table per strategy that was studied. */
export function attributionTables({ strategies }: ResultDocument): string[] {
  return strategies.flatMap(tableOf);
}

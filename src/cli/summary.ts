/** The terminal's answer: the headline KPIs with intervals, and where the report is. */
import type { ResultDocument } from "../kpi/index.ts";
export function summary(result: ResultDocument, folder: string | undefined): string {
  const out: string[] = [];
  for (const s of result.strategies) { out.push(s.name); for (const [k, v] of Object.entries(s.kpis)) out.push(`  ${k.padEnd(22)} ${v.mean === null ? v.reason : v.mean.toFixed(4)}  [${v.low?.toFixed(4)}, ${v.high?.toFixed(4)}]`); }
  return out.join("\n") + "\n" + folder;
}

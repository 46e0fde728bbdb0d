/** The terminal's answer to a stress study: where each policy breaks, what breaks first, how it stands at the scenario's own load. */

import Table from "cli-table3";
import { kpiById, type StressDocument } from "../kpi/index.ts";
import {
  breakNumber,
  firstPromise,
  intervalText,
  isShown,
  loadDifference,
  loadInterval,
  meanText,
  promiseWords,
  recoveryText,
  scaledSentence,
  trustSentence,
} from "../report/index.ts";
import { workersText } from "./progress.ts";
import { PLAIN } from "./table-style.ts";

function withInterval(text: string, interval: string | null): string {
  return interval === null ? text : `${text}\n${interval}`;
}

function differenceText(document: StressDocument, name: string): string {
  const found = document.differences.find((one) => one.policy === name);
  if (found === undefined) return "";
  if (found.load === null) return "–";
  const interval = loadInterval(found);
  if (interval === null) return `${loadDifference(found.load)}\nno interval`;
  return `${loadDifference(found.load)}\n${interval}${isShown(found) ? "" : "\nnot shown"}`;
}

function breakTable(document: StressDocument): string {
  const [base] = document.policies;
  const compared = document.differences.length > 0;
  const table = new Table({
    head: ["", "breaks at load", "what breaks first", ...(compared ? [`against ${base?.name ?? ""}`] : [])],
    ...PLAIN,
  });
  for (const policy of document.policies) {
    const promise = firstPromise(document, policy);
    table.push([
      policy.name,
      withInterval(breakNumber(policy.first, document.load), loadInterval(policy.first)),
      promise === undefined
        ? policy.first.beyond === "above"
          ? "nothing"
          : (policy.first.reason ?? "")
        : promiseWords(promise, document.scenario.currency),
      ...(compared ? [differenceText(document, policy.name)] : []),
    ]);
  }
  return table.toString();
}

function ownLoadTable({ policies, scenario }: StressDocument): string {
  const ids = Object.keys(policies[0]?.atOwnLoad ?? {}).filter((id) => policies.some(({ atOwnLoad }) => atOwnLoad[id]?.mean != null));
  const table = new Table({ head: ["at load 1", ...policies.map(({ name }) => name)], ...PLAIN });
  for (const id of ids) {
    const cells = policies.map(({ atOwnLoad }) => {
      const estimate = atOwnLoad[id];
      if (estimate === undefined || estimate.mean === null) return "–";
      return withInterval(meanText(estimate, estimate.unit, scenario.currency), intervalText(estimate, estimate.unit, scenario.currency));
    });
    table.push([kpiById(id)?.label ?? id, ...cells]);
  }
  return table.toString();
}

function recoveryTable({ promises, policies, scenario }: StressDocument): string {
  const table = new Table({ head: ["back after the outage", ...policies.map(({ name }) => name)], ...PLAIN });
  for (const [row, promise] of promises.entries()) {
    const cells = policies.map(({ recovery }) => (recovery?.[row] === undefined ? "–" : recoveryText(recovery[row])));
    table.push([promiseWords(promise, scenario.currency), ...cells]);
  }
  return table.toString();
}

/**
 * The text that `stress` prints.
 *
 * @param folder - the study's folder
 */
export function stressSummary(document: StressDocument, folder: string): string {
  const { scenario, replications, confidence, runs, events, timing, outage } = document;
  const level = `${Math.round(confidence * 100)} % intervals`;
  const head = `${scenario.name} under stress: ${replications === 1 ? "1 replication (no intervals from one)" : `${replications} replications at each load, ${level}`}`;
  const tables = [breakTable(document), ownLoadTable(document), ...(outage === undefined ? [] : [recoveryTable(document)])];
  const foot = `${runs.toLocaleString("en")} replications, ${events.toLocaleString("en")} events in ${timing.seconds.toFixed(1)} s ${workersText(timing.workers)}.`;
  const trust = trustSentence(document.assumptions ?? []);
  return `${[head, scaledSentence(document), ...tables, trust === null ? foot : `${foot}\n${trust}`].join("\n\n")}\nReport: ${folder}/stress.html\n`;
}

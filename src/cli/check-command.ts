/** `journeybench check`: validates a scenario and tells what would run, measured on a small sample of it. */

import { availableParallelism } from "node:os";
import type { Command } from "commander";
import type { Scenario } from "../scenario/index.ts";

const DAY = 86_400;
const HOUR = 3600;

/** Days, or hours where they make less than a day. */
function lengthText(seconds: number): string {
  const [unit, size] = seconds > 0 && seconds < DAY ? (["hours", HOUR] as const) : (["days", DAY] as const);
  return `${Number((seconds / size).toPrecision(3))} ${unit}`;
}

/** The history, or what it is looked for in. */
function historyText({ history, warmUp }: Scenario): string {
  return warmUp === undefined ? lengthText(history) : `as long as the warm-up of ${warmUp.of}`;
}

export function addCheck(root: Command): void {
  root
    .command("check")
    .description("validate a scenario and print what would run")
    .argument("<scenario>", "scenario file, or the name of a bundled one")
    .action(async (path: string) => {
      const { estimateRun, promisesOf } = await import("../experiment/index.ts");
      const { kpiCatalogue } = await import("../kpi/index.ts");
      const { loadScenario } = await import("../scenario/load.ts");
      const loaded = await loadScenario(path, { knownKpis: kpiCatalogue.map((kpi) => kpi.id) });
      const { scenario } = loaded;
      if (scenario.stress !== undefined) promisesOf(scenario, undefined);
      const cores = availableParallelism();
      const { events, seconds, bytes, mainBytes } = await estimateRun(loaded);
      const customers = Object.values(scenario.segments ?? {}).reduce((sum, segment) => sum + segment.size, 0);
      const lines: [string, string][] = [
        ["scenario", scenario.name],
        ["strategies", Object.keys(scenario.strategies).join(", ")],
        ["replications", String(scenario.replications)],
        ["history", `${historyText(scenario)}, then ${lengthText(scenario.horizon)} compared`],
        ["customers", customers.toLocaleString("en")],
        ...(scenario.journey === undefined ? [] : [["journey", scenario.journey] satisfies [string, string]]),
        ["channels", Object.keys(scenario.channels ?? {}).join(", ") || "none"],
        ["events", `about ${events.toLocaleString("en")}`],
        ["memory", `about ${Math.ceil((mainBytes + bytes * cores) / 1e6)} MB with ${cores} workers`],
        ["time", `about ${Math.max(1, Math.round(seconds / cores))} s with ${cores} workers`],
      ];
      process.stdout.write(`${path} is valid.\n\n${lines.map(([name, value]) => `  ${name.padEnd(14)}${value}`).join("\n")}\n`);
    });
}

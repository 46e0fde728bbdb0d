/** How to reproduce the result: the command and everything that identifies it. */

import { html } from "../page/html.ts";
import { fixed } from "../text/numbers.ts";
import { warmUpSentence } from "../text/warm-up.ts";
import type { ReportView } from "../view.ts";
import type { Section } from "./section.ts";

/** The section. Times and machines are left out: the same result gives the same page. */
export function reproduceSection(view: ReportView): Section {
  const { result } = view;
  const facts: readonly (readonly [string, string])[] = [
    ["Seed", result.seed],
    ["Version", view.maker],
    ["Scenario", result.scenario.name],
    ["Scenario SHA-256", result.scenario.sha256],
    ["Replications", fixed(result.replications, 0)],
    ["Baseline", result.baseline],
    ...(result.warmUp === undefined ? [] : [["History", warmUpSentence(result.warmUp)] as const]),
    ["Confidence", view.confidence],
    ["Simulated events", fixed(result.events, 0)],
    ["Result format", `${result.format}, version ${result.version}`],
  ];
  return {
    id: "reproduce",
    nav: "Reproduce",
    title: "How to reproduce this",
    charts: [],
    body: () => html`<p>The scenario with all defaults written out lies beside this page. The same scenario, seed and version give the same numbers on any machine.</p>
      <pre class="command"><code>${commandLine(view)}</code></pre>
      <dl class="rows">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
  };
}

/** The command that runs the scenario again, quoted for a POSIX shell. */
export function commandLine(view: ReportView): string {
  const { result } = view;
  const names = view.strategies.map((one) => one.name);
  // A comma inside a name cannot be told from one between names; then the scenario's own list has to do.
  const strategies = names.some((name) => name.includes(",")) ? [] : ["--strategies", names.join(",")];
  const words = [
    "journeybench",
    "compare",
    "scenario.yaml",
    "--seed",
    result.seed,
    "--replications",
    String(result.replications),
    ...(result.luck === undefined ? [] : ["--independent"]),
    ...strategies,
  ];
  return words.map(shellWord).join(" ");
}

function shellWord(word: string): string {
  return /^[\w./:,@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

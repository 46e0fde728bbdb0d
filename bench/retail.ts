/** The main job's speed: events per second of the retail scenario on one core, and tables against live XState actors. */

import { parseScenario } from "../src/scenario/index.ts";
import type { Scenario } from "../src/scenario/index.ts";
import { type ExecutorName, planScenario, replicate } from "../src/sim/index.ts";
import { readFileSync } from "node:fs";

interface Run {
  readonly events: number;
  readonly seconds: number;
}

function scenarioOf(name: string): Scenario {
  // From dist-bench/bench/ up to the project.
  const file = new URL(`../../scenarios/${name}.yaml`, import.meta.url);
  return parseScenario(readFileSync(file, "utf8"), { fileName: name }).scenario;
}

function run(scenario: Scenario, executor: ExecutorName, replications: number): Run {
  const plan = planScenario(scenario);
  const strategies = ["multichannel", "omnichannel"];
  replicate({ plan, strategies, replication: 0, executor });
  const started = performance.now();
  let events = 0;
  for (let replication = 1; replication <= replications; replication++) {
    const outcomes = replicate({ plan, strategies, replication, executor });
    // The reference lives the history once for each strategy.
    const histories = executor === "reference" ? outcomes.length : 1;
    events += (outcomes[0]?.historyEvents ?? 0) * histories + outcomes.reduce((sum, outcome) => sum + outcome.events, 0);
  }
  return { events, seconds: (performance.now() - started) / 1000 };
}

/** Ratio compiled/reference: events per second of the same scenario (`quick`), same process, one after the other. */
export async function retailSuite(): Promise<{ ratios: Record<string, number>; samples: Record<string, number> }> {
  const quick = scenarioOf("quick");
  const reference = run(quick, "reference", 2);
  const compiled = run(quick, "compiled", 12);
  const retail = run(scenarioOf("retail"), "compiled", 3);
  const speed = ({ events, seconds }: Run) => events / seconds;
  return {
    ratios: { "compiled/reference": speed(compiled) / speed(reference) },
    samples: {
      "quick, reference, events/s": speed(reference),
      "quick, compiled, events/s": speed(compiled),
      "retail, compiled, events/s": speed(retail),
    },
  };
}

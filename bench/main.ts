/** `npm run bench -- SUITE [--json]`: runs one suite and prints its figures, as a table or as one JSON object. */

import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";
import { parseArgs } from "node:util";

interface Figures {
  /** Speed or time over that of something everybody knows: what travels between machines. */
  readonly ratios: Readonly<Record<string, number>>;
  /** What stands behind the ratios. */
  readonly samples: Readonly<Record<string, number>>;
  /** For people only: does not travel. */
  readonly nanoseconds?: Readonly<Record<string, number>>;
}

const suites: Readonly<Record<string, () => Promise<Figures>>> = {
  contacts: async () => (await import("./contacts.ts")).contactsSuite(),
  journeys: async () => (await import("./journeys.ts")).journeysSuite(),
  kernel: async () => (await import("./kernel.ts")).kernelSuite(),
  retail: async () => (await import("./retail.ts")).retailSuite(),
  scaling: async () => (await import("./scaling.ts")).scalingSuite(),
};

const USAGE = `npm run bench -- SUITE [--json]\nSuites: ${Object.keys(suites).join(", ")}\n`;

function machine(): Record<string, string | number> {
  return {
    node: process.version,
    v8: process.versions.v8,
    platform: platform(),
    arch: arch(),
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryBytes: totalmem(),
  };
}

function table(title: string, figures: Readonly<Record<string, number>>): string {
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
  const rows = Object.entries(figures).map(([name, value]) => `  ${name.padEnd(width)}  ${digits.format(value).padStart(12)}`);
  return [title, ...rows, ""].join("\n");
}

function tables(suite: string, { ratios, samples, nanoseconds }: Figures): string {
  const { node, cpu, cores } = machine();
  const parts = [`${suite} on Node ${node}, ${cpu}, ${cores} cores\n`, table("ratios", ratios), table("samples", samples)];
  if (nanoseconds !== undefined) parts.push(table("nanoseconds per operation", nanoseconds));
  return parts.join("\n");
}

/** The one suite named on the command line, or undefined when the line is wrong. */
function request(): { readonly suite: string; readonly run: () => Promise<Figures>; readonly json: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({ options: { json: { type: "boolean", default: false } }, allowPositionals: true });
    const [suite = "", ...more] = positionals;
    const run = Object.hasOwn(suites, suite) && more.length === 0 ? suites[suite] : undefined;
    return run === undefined ? undefined : { suite, run, json: values.json };
  } catch {
    return undefined;
  }
}

const asked = request();
if (asked === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const { suite, run, json } = asked;
  const figures = await run();
  const { ratios, samples } = figures;
  process.stdout.write(json ? `${JSON.stringify({ suite, ratios, samples, machine: machine() })}\n` : tables(suite, figures));
}

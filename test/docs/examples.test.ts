/** Every example of the documentation runs: commands, scenarios, programs. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { kpiCatalogue } from "../../src/kpi/index.ts";
import { loadMachine } from "../../src/machine-file/index.ts";
import { parseScenario, scenarioSchema } from "../../src/scenario/index.ts";
import { planScenario } from "../../src/sim/index.ts";
import { commandSession, folderWith, journeybench } from "../support/command-line.ts";
import { tinyText } from "../support/tiny.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(import.meta.url);

interface Example {
  readonly file: string;
  readonly language: string;
  readonly code: string;
}

function examplesIn(file: string): Example[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, language = "", code = ""]) => ({ file, language, code }));
}

const shelves = ["docs/tutorial", "docs/how-to", "docs/reference", "docs/explanation"];
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...shelves.flatMap((shelf) => readdirSync(join(root, shelf)).map((page) => `${shelf}/${page}`)),
];
const examples = pages.filter((page) => page.endsWith(".md")).flatMap(examplesIn);
const of = (...languages: readonly string[]) => examples.filter((example) => languages.includes(example.language));

/** Commands of this project in the shell examples, in order, by page; setting up is what CI does. */
const commands = of("sh").flatMap(({ file, code }) =>
  code
    .split("\n")
    .filter((line) => line.startsWith("npx journeybench"))
    .map((line) => [file, line] as const),
);

/** Studies that run replications; two finished runs are read, not run. */
const runs = ([command = "", , second]: readonly string[]) =>
  ["compare", "stress", "sweep", "sensitivity", "select"].includes(command) && second?.startsWith("reports/") !== true;

/**
 * The command of a line, with half of the replications it asks for, at least two: they show that it works. The scenario stays the one that
 * is named, and who goes on with a run still goes on.
 */
function argsOf(line: string): string[] {
  // As a shell parts them: quotes keep words together.
  const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word).slice(2);
  const args = words.map((word) => (word.startsWith("examples/") ? join(root, word) : word));
  const asked = args.indexOf("--replications") + 1;
  if (asked > 0) return args.with(asked, String(Math.min(Number(args[asked]), Math.max(2, Number(args[asked]) / 2))));
  return runs(args) && ["compare", "stress"].includes(args[0] ?? "") ? [...args, "--replications", "2"] : args;
}

describe("the documentation", () => {
  it("has examples, and none in a language that this test does not run", () => {
    expect(commands.length).toBeGreaterThan(3);
    expect(new Set(examples.map((example) => example.language))).toEqual(new Set(["sh", "yaml", "ts", "json"]));
  });

  it("names only npm scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
    const named = of("sh").flatMap(({ code }) => [...code.matchAll(/^npm (?:run )?([a-z]+)/gm)].map(([, script = ""]) => script));
    for (const script of named) if (script !== "ci") expect(Object.keys(scripts)).toContain(script);
  });

  const cwd = folderWith();
  describe("its commands", () => {
    const inSession = commandSession();
    const started = new Set<string>();

    // The first of every command as a reader starts it; the others share a process, and do without threads.
    it.each(commands)("%s: %s", async (_, line) => {
      const args = argsOf(line);
      const [command = ""] = args;
      const isFirst = !started.has(command);
      started.add(command);
      const threads = runs(args) ? ["--workers", "0"] : [];
      const { code, stderr } = await (isFirst ? journeybench(cwd, ...args) : inSession(cwd, ...args, ...threads));
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    });
  });

  it.each(of("yaml").map(({ file, code }) => [file, code] as const))("%s: the scenario example is valid", (_, code) => {
    const [key = ""] = code.split("\n");
    const start = tinyText.indexOf(`\n${key}\n`);
    const rest = tinyText.slice(start + 1);
    const next = /\n(?=[a-z])/.exec(rest)?.index ?? rest.length;
    const text = start < 0 ? `${tinyText}\n${code}` : `${tinyText.slice(0, start + 1)}${code}${rest.slice(next)}`;
    expect(() => parseScenario(text, { fileName: "example.yaml", knownKpis: kpiCatalogue.map((kpi) => kpi.id) })).not.toThrow();
  });

  it.each(of("json").map(({ file, code }) => [file, code] as const))("%s: the journey in JSON is one", async (_, code) => {
    const file = join(cwd, "journey.json");
    writeFileSync(file, code);
    const { machine } = await loadMachine(file);
    const segments = { people: { size: 1 } };
    const scenario = scenarioSchema.parse({ name: "example", journey: file, segments });
    expect(() => planScenario(scenario, { journey: { machine, fileName: file } })).not.toThrow();
  });

  // Where the commands have run: a program may read what those of its page have written.
  it.each(of("ts").map(({ file, code }) => [file, code] as const))("%s: the program runs", (_, code) => {
    const file = join(cwd, "example.mjs");
    // As an installed package would be found: beside this one, XState too.
    const found = code.replaceAll(/(?<=from )"(xstate(?:\/\w+)?)"/gu, (_all, name: string) => JSON.stringify(require.resolve(name)));
    writeFileSync(file, found.replace('"journeybench"', JSON.stringify(join(root, "dist/index.js"))));
    expect(() => execFileSync(process.execPath, [file], { cwd, stdio: "pipe" })).not.toThrow();
  });
});

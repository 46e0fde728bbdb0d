/** The import arrows of lint/rooms.js, proved on small files that break them, one at a time, and on the real tree. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);
const program = (name: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)), "bin", name === "typescript" ? "tsc" : name);

/** A file of the fixture: where it stands, what it says, and the rule that must object (none: it is allowed). */
interface Case {
  readonly says: string;
  readonly file: string;
  readonly text: string;
  readonly rule?: string;
}

const ROOMS = "journeybench(rooms)";
const brings = (says: string, folder: string, specifier: string): Case => ({
  says,
  file: folder,
  text: `import { x } from "${specifier}";\nx();\n`,
  rule: ROOMS,
});
const bringsTypes = (says: string, folder: string, specifier: string): Case => ({
  says,
  file: folder,
  text: `import type { X } from "${specifier}";\nexport type Y = X;\n`,
  rule: ROOMS,
});
const allow = (one: Case): Case => ({ says: one.says, file: one.file, text: one.text });
const writes = (says: string, folder: string, text: string, rule: string): Case => ({ says, file: folder, text, rule });

/** Each stands in its own file in `file`, a folder of src/ (or is the file itself, if it names one). */
const forbidden: readonly Case[] = [
  brings("errors imports nothing", "errors.ts", "./kpi/index.ts"),
  brings("scenario knows no journeys", "scenario", "../journey/index.ts"),
  brings("scenario knows no strategies, from a folder within", "scenario/schema", "../../strategies/index.ts"),
  brings("scenario uses no Node", "scenario/document", "node:fs"),
  brings("scenario's second door needs Node", "sim", "../scenario/load.ts"),
  bringsTypes("journey knows no kpi", "journey/compile", "../../kpi/index.ts"),
  brings("kernel knows no journey", "sim/kernel", "../../journey/index.ts"),
  bringsTypes("kernel knows no purposes", "sim/kernel", "../purposes.ts"),
  bringsTypes("core knows no market", "sim/core", "../market/index.ts"),
  bringsTypes("core knows no scenario", "sim/core", "../../scenario/index.ts"),
  bringsTypes("market knows no service", "sim/market", "../service/index.ts"),
  bringsTypes("service knows no market", "sim/service", "../market/index.ts"),
  bringsTypes("market does not look up to the world", "sim/market", "../world.ts"),
  brings("market takes types from scenario, not values", "sim/market", "../../scenario/index.ts"),
  brings("market enters kpi by its door", "sim/market", "../../kpi/ledger.ts"),
  brings("market enters the kernel by its door", "sim/market", "../kernel/draws.ts"),
  brings("the simulation knows no experiments", "sim", "../experiment/index.ts"),
  brings("the simulation enters its market by the door", "sim", "./market/stock.ts"),
  brings("the simulation uses no Node", "sim", "node:os"),
  bringsTypes("strategies know no simulation", "strategies/routing", "../../sim/index.ts"),
  bringsTypes("kpi knows no scenario", "kpi", "../scenario/index.ts"),
  bringsTypes("stats knows nothing", "stats", "../kpi/index.ts"),
  brings("experiment knows no report", "experiment", "../report/index.ts"),
  brings("experiment enters the simulation by its door", "experiment", "../sim/kernel/index.ts"),
  brings("report knows no engine", "report/charts", "../../sim/index.ts"),
  brings("report knows no scenario", "report", "../scenario/index.ts"),
  bringsTypes("report enters kpi by its door", "report", "../kpi/result.ts"),
  brings("cli takes types from the simulation, not values", "cli", "../sim/index.ts"),
  brings("machine files know no journey", "machine-file", "../journey/index.ts"),
  brings("journey knows no files", "journey/inspect", "../../machine-file/index.ts"),
  brings("the library offers no command line", "index.ts", "./cli/main.ts"),
  brings("nobody brings tests into the house", "experiment", "../../test/support/runs.ts"),
  brings("a folder that is no room may import nothing", "attic", "../kpi/index.ts"),
  writes("re-exports are imports", "stats", `export * from "../kpi/index.ts";\n`, ROOMS),
  writes("named re-exports are imports", "stats", `export { x } from "../kpi/index.ts";\n`, ROOMS),
  writes("dynamic imports are imports", "stats", `export const x = (): Promise<unknown> => import("../kpi/index.ts");\n`, ROOMS),
  writes("import types are imports", "stats", `export type X = typeof import("../kpi/index.ts");\n`, ROOMS),
  writes(
    "one value among types is a value",
    "sim/market",
    `import { type A, b } from "../../scenario/index.ts";\nexport const c: A = b;\n`,
    ROOMS,
  ),
  ...["scenario", "journey", "sim/kernel", "sim/market", "sim", "strategies", "kpi", "stats"].flatMap((folder) => [
    writes("no power operator", folder, "export const x = (a: number): number => a ** 2;\n", "journeybench(no-power)"),
    writes("no Math.random", folder, "export const x = Math.random();\n", "eslint(no-restricted-properties)"),
    writes("no Math.pow", folder, "export const x = (a: number): number => Math.pow(a, 2);\n", "eslint(no-restricted-properties)"),
    writes("no clock on the wall", folder, "export const x = Date.now();\n", "eslint(no-restricted-globals)"),
    writes("no language of the machine", folder, `export const x = new Intl.NumberFormat("en");\n`, "eslint(no-restricted-globals)"),
  ]),
  writes(
    "no power assignment",
    "sim",
    "export function x(a: number): number {\n  let b = a;\n  b **= 2;\n  return b;\n}\n",
    "journeybench(no-power)",
  ),
  writes("no default exports", "report", "export default 1;\n", "import(no-default-export)"),
  writes("no any", "report", "export const x: any = 1;\n", "typescript(no-explicit-any)"),
  writes(
    "no bare assertion that something is there",
    "report",
    "export const x = (a?: number): number => a!;\n",
    "typescript(no-non-null-assertion)",
  ),
  writes(
    "no silenced rule without a reason",
    "report",
    "// oxlint-disable-next-line typescript/no-explicit-any\nexport const x: any = 1;\n",
    "journeybench(disable-with-reason)",
  ),
];

const allowed: readonly Case[] = [
  brings("errors are open to everybody", "sim/kernel", "../../errors.ts"),
  brings("a room is free within", "scenario/schema", "../value.ts"),
  writes("scenario/load.ts reads files", "scenario/load.ts", `import { readFileSync } from "node:fs";\nreadFileSync("x");\n`, ROOMS),
  brings("journey reads the scenario's units", "journey", "../scenario/index.ts"),
  brings("experiment loads journeys of one's own", "experiment", "../machine-file/index.ts"),
  brings("kpi estimates with stats", "kpi", "../stats/index.ts"),
  brings("market draws for its purposes", "sim/market", "../purposes.ts"),
  brings("market stands on the core", "sim/market", "../core/index.ts"),
  brings("experiment loads files", "experiment", "../scenario/load.ts"),
  bringsTypes("cli takes types from the simulation", "cli", "../sim/index.ts"),
  writes(
    "a silenced rule with a reason",
    "report",
    "// oxlint-disable-next-line typescript/no-explicit-any -- shown here\nexport const x: any = 1;\n",
    "",
  ),
].map(allow);

interface Diagnostic {
  readonly code?: string;
  readonly filename: string;
  readonly message: string;
}

function lint(folder: string): Diagnostic[] {
  const { stdout } = spawnSync(process.execPath, [program("oxlint"), "--format", "json", "src"], { cwd: folder, encoding: "utf8" });
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

const house = mkdtempSync(join(tmpdir(), "journeybench-house-"));
afterAll(() => rmSync(house, { recursive: true, force: true }));

function pathOf({ file }: Case, index: number): string {
  return file.endsWith(".ts") ? `src/${file}` : `src/${file}/case-${index}.ts`;
}

describe("lint refuses:", () => {
  let found: Diagnostic[] = [];
  const cases = [...forbidden, ...allowed];

  beforeAll(() => {
    for (const part of [".oxlintrc.json", "lint", "package.json"]) cpSync(join(ROOT, part), join(house, part), { recursive: true });
    for (const [index, one] of cases.entries()) {
      const path = join(house, pathOf(one, index));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, one.text);
    }
    found = lint(house);
  });

  for (const [index, one] of cases.entries()) {
    test(`${one.rule === undefined ? "(not) " : ""}${one.says}: ${pathOf(one, index)}`, () => {
      const rules = found.filter(({ filename }) => filename === pathOf(one, index)).map(({ code }) => code);
      expect(rules).toEqual(one.rule === undefined ? [] : [one.rule]);
    });
  }
});

test("the house keeps its own arrows and doors", () => {
  const broken = lint(ROOT).filter(({ code }) => code === ROOMS);
  expect(broken.map(({ filename, message }) => `${filename}: ${message}`)).toEqual([]);
});

test("the core is compiled without the types of Node or browsers (npm run types), so using them there is an error", () => {
  const fixture = join(house, "uses-node.ts");
  writeFileSync(fixture, "export const x = [process.pid, Buffer, setTimeout, performance];\n");
  const config = join(house, "tsconfig.json");
  const core = join(ROOT, "tsconfig.core.json");
  writeFileSync(config, JSON.stringify({ extends: core, include: [fixture, join(ROOT, "src/sim"), join(ROOT, "src/scenario/index.ts")] }));
  const { stdout } = spawnSync(process.execPath, [program("typescript"), "-p", config], { encoding: "utf8" });
  for (const name of ["process", "Buffer", "setTimeout", "performance"]) expect(stdout).toContain(`Cannot find name '${name}'`);
});

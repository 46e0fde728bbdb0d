import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runComparison } from "../../src/kpi/index.ts";
import { commandSession, folderWith } from "../support/command-line.ts";
import { tinyText } from "../support/tiny.ts";

const cwd = folderWith();
const inSession = commandSession();
const compare = async (...args: readonly string[]) => inSession(cwd, "compare", ...args);

async function runOf(name: string, text: string): Promise<void> {
  writeFileSync(join(cwd, `${name}.yaml`), text);
  const run = ["--strategies", "multichannel,omnichannel", "--replications", "3", "--workers", "0", "--out", name, "--quiet"];
  expect(await compare(`${name}.yaml`, ...run)).toMatchObject({ code: 0, stderr: "" });
}

beforeAll(async () => {
  await runOf("before", tinyText);
  await runOf("after", tinyText.replace("costPerHour: 15, home: [phone]", "costPerHour: 21, home: [phone]"));
});

describe("journeybench compare RUN_A RUN_B", () => {
  it("shows the changed input first, then what it did, and how many KPIs it left alone", async () => {
    const { code, stdout, stderr } = await compare("before", "after");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/service\.groups\["phone desk"\]\.costPerHour +15 +21 +the file/);
    expect(stdout).toMatch(/Service cost .* p < 0\.001/);
    expect(stdout.indexOf("costPerHour")).toBeLessThan(stdout.indexOf("Service cost"));
    expect(stdout).toContain("replications are paired");
    expect(stdout).toMatch(/\d+ of \d+ KPIs are the same/);
    expect(stdout).not.toContain("Revenue");
  });

  it("says of a run and its copy that nothing differs, and writes nothing", async () => {
    cpSync(join(cwd, "before"), join(cwd, "copy"), { recursive: true });
    const files = readdirSync(cwd);
    const { code, stdout } = await compare("before", "copy");
    expect(code).toBe(0);
    expect(stdout).toContain("Nothing differs");
    expect(stdout).not.toContain("Service cost");
    expect(readdirSync(cwd)).toEqual(files);
  });

  it("speaks Markdown and JSON", async () => {
    const markdown = await compare("before", "after", "--markdown");
    expect(markdown.stdout).toContain(String.raw`| service.groups\["phone desk"\].costPerHour | 15 | 21 | the file |`);
    const { stdout } = await compare("before", "after", "--json");
    const document = runComparison.parse(JSON.parse(stdout));
    expect(document.inputs).toHaveLength(1);
    expect(document.pairing).toEqual({ isPaired: true });
  });

  it("compares without pairing where the table of replications is gone, and says so", async () => {
    cpSync(join(cwd, "after"), join(cwd, "bare"), { recursive: true });
    rmSync(join(cwd, "bare", "replications.parquet"));
    const { stdout } = await compare("before", "bare");
    expect(stdout).toContain("Not paired, as bare has no replications.parquet");
    writeFileSync(join(cwd, "bare", "replications.parquet"), "PAR1 no");
    expect(await compare("before", "bare")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("cannot be read as Parquet") as string,
    });
  });

  it("refuses what is no run, one run alone, and options about running", async () => {
    const refused = async (sentence: string, ...args: readonly string[]) => {
      const { code, stderr } = await compare(...args);
      expect(code).toBe(2);
      expect(stderr).toContain(sentence);
    };
    await refused("tiny is not the folder of a run", "tiny", "after");
    writeFileSync(join(cwd, "copy", "result.json"), '{"format":"journeybench/result","version":9}');
    await refused("is not a result document that this version reads", "copy", "after");
    await refused("before is a finished run.", "before");
    await refused("--seed is about running", "before", "after", "--seed", "x");
    await refused("--markdown is for two finished runs", "before.yaml", "--markdown");
  });
});

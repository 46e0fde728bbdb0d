import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resultDocument } from "../../src/kpi/index.ts";
import { folderWith, journeybench } from "../support/command-line.ts";
import { tinyText } from "../support/tiny.ts";

const scenario = tinyText.replace("history: 1y", "history: 4w").replace("horizon: 2y", "horizon: 13w");

const TWO = ["--replications", "2", "--strategies", "multichannel,omnichannel"];

const place = () => folderWith({ "tiny.yaml": scenario });

const readResult = (cwd: string, run: string) => resultDocument.parse(JSON.parse(readFileSync(join(cwd, run, "result.json"), "utf8")));

describe("journeybench compare --attribution", () => {
  it("adds the study to result, report and terminal, and changes nothing else", { timeout: 120_000 }, async () => {
    const cwd = place();
    const studied = await journeybench(cwd, "compare", "tiny.yaml", ...TWO, "--attribution", "--out", "studied");
    expect({ code: studied.code, stderr: studied.stderr }).toEqual({ code: 0, stderr: "" });
    expect(studied.stdout).toContain("true share");
    expect(studied.stdout).toContain("credited to the wrong channel");
    expect((await journeybench(cwd, "compare", "tiny.yaml", ...TWO, "--out", "plain")).code).toBe(0);
    const [result, plain] = [readResult(cwd, "studied"), readResult(cwd, "plain")];
    expect(result.strategies.map(({ attribution: _attribution, ...rest }) => rest)).toEqual(plain.strategies);
    for (const { attribution } of result.strategies) expect(attribution?.channels.length).toBeGreaterThan(1);
    expect(plain.strategies.some((strategy) => "attribution" in strategy)).toBe(false);
    expect(readdirSync(join(cwd, "studied/charts"))).toContain("attribution-1.svg");
    expect(readFileSync(join(cwd, "studied/report.html"), "utf8")).toContain("Which channel earned the revenue?");
    expect(readFileSync(join(cwd, "studied/manifest.json"), "utf8")).toContain("--attribution");
  });

  it("refuses before it runs what has no touches, and parts of a run", async () => {
    const cwd = place();
    const centre = await journeybench(cwd, "compare", "contact-centre", "--attribution");
    expect(centre).toMatchObject({ code: 2, stdout: "" });
    expect(centre.stderr).toContain("contact-centre has no attribution to study: it sells nothing");
    const shard = await journeybench(cwd, "compare", "tiny.yaml", "--attribution", "--shard", "1/2");
    expect(shard.code).toBe(2);
    expect(shard.stderr).toContain("--attribution goes with neither");
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });
});

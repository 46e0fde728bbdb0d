import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { resultDocument } from "../../src/kpi/index.ts";
import { commandSession, type Ended, folderWith, journeybench, MAIN } from "../support/command-line.ts";
import { tinyText } from "../support/tiny.ts";

const inSession = commandSession();
const place = (text = tinyText) => folderWith({ "tiny.yaml": text });

const FEW = ["--replications", "2", "--workers", "0"];

describe("a run of journeybench compare", () => {
  // One run, with a strategy whose name a page must not believe.
  const text = tinyText.replace("  single-channel: {}", '  "<script>alert(1)</script>": { extends: omnichannel }');
  const cwd = place(text);
  const folder = join("reports", "tiny-other");
  const run = join(cwd, folder);
  let first: Ended;
  const read = (file: string) => readFileSync(join(run, file), "utf8");

  beforeAll(async () => {
    first = await journeybench(cwd, "compare", "tiny.yaml", "--replications", "2", "--seed", "other");
  });

  it("prints headline KPIs with intervals and writes every file of a run", () => {
    const { code, stdout, stderr } = first;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Retention");
    expect(stdout).toContain(join(folder, "report.html"));
    expect(readdirSync(run).toSorted()).toEqual([
      "charts",
      "kpis.csv",
      "manifest.json",
      "replications.parquet",
      "report.html",
      "result.json",
      "scenario.yaml",
    ]);
    expect(readdirSync(join(cwd, "reports"))).toEqual(["tiny-other", "tiny-other.outcomes"]);
    const charts = readdirSync(join(run, "charts"));
    expect(charts.length).toBeGreaterThan(0);
    expect(charts.filter((file) => file.endsWith(".svg")).length).toBe(charts.filter((file) => file.endsWith(".vl.json")).length);
    expect(resultDocument.safeParse(JSON.parse(read("result.json"))).success).toBe(true);
  });

  it("shows a strategy called <script> as text in report and terminal", () => {
    expect(first.stdout).toContain("<script>alert(1)</script>");
    expect(read("report.html")).not.toContain("<script>alert(1)");
    expect(read("report.html")).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("gives the same result from the scenario.yaml that it wrote, with --json on stdout and nothing else", async () => {
    const again = await inSession(cwd, "compare", join(folder, "scenario.yaml"), "--workers", "1", "--out", "second", "--json");
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: "" });
    const [one, other] = [read("result.json"), again.stdout].map((document) => resultDocument.parse(JSON.parse(document)));
    expect(other?.strategies).toEqual(one?.strategies);
    expect(other).toMatchObject({ seed: "other", replications: 2 });
    expect(readFileSync(join(cwd, "second", "result.json"), "utf8")).toBe(again.stdout);
  });

  it("writes the same report again from the result document alone", async () => {
    const before = read("report.html");
    writeFileSync(join(run, "report.html"), "lost");
    const { code } = await inSession(cwd, "report", folder);
    expect(code).toBe(0);
    expect(read("report.html")).toBe(before);
  });
});

describe("journeybench compare", () => {
  it("ends with 1 when an expectation does not hold, and says which", async () => {
    const hopeful = `${tinyText}\nexpect:\n  - { kpi: retention, strategy: omnichannel, atLeast: 0.99 }\n`;
    const { code, stderr } = await inSession(place(hopeful), "compare", "tiny.yaml", ...FEW, "--quiet");
    expect(code).toBe(1);
    expect(stderr).toContain("Retention of omnichannel: at least 0.99");
  });

  it("reports all mistakes of a scenario at once with line and column, ends with 2 and writes nothing", async () => {
    const text = tinyText
      .replace("needs: { goesOn: 80% }", "needs: { goesOn: 1.4, intertia: 1 }")
      .replace("rate: 1/h", "rate: -1/h")
      .replace("home: [phone]", "home: [fone]")
      .replace(
        'agents: 1, hours: { mon-fri: "10:00-13:00" }, costPerHour: 15, home: [chat, email]',
        'agents: 0, hours: { mon-fri: "10:00-13:00" }, home: []',
      );
    const cwd = place(text);
    const { code, stdout, stderr } = await journeybench(cwd, "compare", "tiny.yaml");
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/tiny\.yaml:\d+:\d+ {2}needs\.goesOn: expected a share/);
    expect(stderr).toMatch(/intertia.*Did you mean "inertia"\?/);
    expect(stderr).toMatch(/rate: expected a rate of zero or more/);
    expect(stderr).toMatch(/home\[0\]: .*"fone"\. Did you mean "phone"\?/);
    expect(stderr).toMatch(/agents: expected a whole number of 1 or more, found 0/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(cwd)).toEqual(["tiny.yaml"]);
  });

  it.each([
    [["compare", "nowhere.yaml"], "There is no file nowhere.yaml"],
    [["compare", "tiny.yaml", "--strategies", "omnichanel"], 'Did you mean "omnichannel"?'],
    [["compare", "tiny.yaml", "--replications", "0"], "whole number of 1 or more"],
    [["compare", "tiny.yaml", "--precision", "soon"], "a share such as 2%"],
    [["compare", "tiny.yaml", "--on", "clv"], "needs --precision"],
    [["compare", "tiny.yaml", "--precision", "2%", "--shard", "1/2"], "do not go together"],
    [["compare", "tiny.yaml", "--precision", "2%", "--on", "clvv"], 'no KPI "clvv"'],
    [["compare", "tiny.yaml", "--shard", "3/2"], "I/N with I from 1 to N"],
    [["compare", "tiny.yaml", "--shard", "auto"], "found no scheduler"],
    [["sweep", "tiny.yaml", "--vary", "needs.goOn=1..2"], 'Did you mean "needs.goesOn"?'],
    [["sweep", "tiny.yaml", "--vary", "needs.goesOn=0.2..3"], "needs.goesOn = 3"],
    [["compare", "tiny.yaml", "--engine", "magic"], "compiled or reference"],
    [["compare", "tiny.yaml", "--sed", "1"], "--seed"],
    [["comprae"], "compare"],
    [["report", "."], "no result.json"],
    [["schema", "claim"], "not available yet"],
  ])("%j ends with 2 and a sentence", async (args, sentence) => {
    const cwd = place();
    const { code, stdout, stderr } = await inSession(cwd, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(readdirSync(cwd)).toEqual(["tiny.yaml"]);
  });

  it("refuses to replace a folder with other files before it runs anything", async () => {
    const cwd = place();
    mkdirSync(join(cwd, "mine"));
    writeFileSync(join(cwd, "mine", "thesis.txt"), "years of work");
    const { code, stderr } = await inSession(cwd, "compare", "tiny.yaml", "--out", "mine");
    expect(code).toBe(2);
    expect(stderr).toContain("mine holds other files (thesis.txt)");
    expect(readdirSync(cwd).toSorted()).toEqual(["mine", "tiny.yaml"]);
  });

  it("runs one task again with --only, and writes nothing", async () => {
    const cwd = place();
    const { code, stdout } = await inSession(cwd, "compare", "tiny.yaml", "--only", "omnichannel/1", "--workers", "0");
    expect(code).toBe(0);
    expect(stdout).toContain("Retention");
    expect(readdirSync(cwd)).toEqual(["tiny.yaml"]);
  });
});

describe("Ctrl-C", () => {
  it("keeps what is done, says how to go on, ends with 130, and --resume finishes", async () => {
    const cwd = place(
      tinyText.replace("replications: 5", "replications: 60").replace("history: 1y", "history: 4w").replace("horizon: 2y", "horizon: 26w"),
    );
    const child = execFile(process.execPath, [MAIN, "compare", "tiny.yaml", "--workers", "1"], { cwd });
    let stderr = "";
    child.stderr?.on("data", (text: string) => (stderr += text));
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    const kept = join(cwd, "reports", "tiny-quick.outcomes");
    const lines = () =>
      readdirSync(kept, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".outcomes"))
        .map((name) => readFileSync(join(kept, name), "utf8").split("\n").length - 1);
    while (!existsSync(kept) || Math.max(0, ...lines()) < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(stderr).toMatch(/^Interrupted, with \d+ of 60 replications of tiny.yaml done and kept/);
    expect(stderr).toContain("journeybench compare tiny.yaml --workers 1 --resume");
    expect(existsSync(join(cwd, "reports", "tiny-quick"))).toBe(false);
    const { code, stderr: complaints } = await journeybench(cwd, "compare", "tiny.yaml", "--resume");
    expect({ code, complaints }).toEqual({ code: 0, complaints: "" });
    expect(readdirSync(join(cwd, "reports"))).toEqual(["tiny-quick", "tiny-quick.outcomes"]);
  });
});

describe("the other commands", () => {
  it("check tells what would run", async () => {
    const { code, stdout } = await journeybench(place(), "check", "tiny.yaml");
    expect(code).toBe(0);
    for (const word of ["strategies", "replications", "events", "memory", "time"]) expect(stdout).toContain(word);
  });

  it("check reads the promises of the part stress, and tells which strategy names a missing policy", async () => {
    const cwd = place();
    const text = readFileSync(join(cwd, "tiny.yaml"), "utf8");
    writeFileSync(join(cwd, "promise.yaml"), `${text}stress: { promises: ["asa <= 30"] }\n`);
    const promise = await inSession(cwd, "check", "promise.yaml");
    expect(promise.code).toBe(2);
    expect(promise.stderr).toContain("asa <= 30: Speed of answer, live needs a time such as 30s or 2m as bound.");
    writeFileSync(join(cwd, "policy.yaml"), text.replace(/\nstrategies:\n/u, "\nstrategies:\n  mine: { routing: ./nix.ts }\n"));
    const policy = await inSession(cwd, "check", "policy.yaml");
    expect(policy.code).toBe(2);
    expect(policy.stderr).toContain('It is the routing of strategy "mine" in policy.yaml.');
  });

  it.each(["minimal", "retail", "contact-centre", "buyers"])(
    "init writes the %s starter, check accepts it, and nothing is overwritten",
    async (template) => {
      const cwd = place();
      expect((await inSession(cwd, "init", "new.yaml", "--template", template)).code).toBe(0);
      expect((await inSession(cwd, "check", "new.yaml")).code).toBe(0);
      const again = await inSession(cwd, "init", "new.yaml");
      expect(again.code).toBe(2);
      expect(again.stderr).toContain("exists already");
    },
  );

  it("schema prints JSON Schemas", async () => {
    const cwd = place();
    for (const kind of ["scenario", "result"]) {
      const { code, stdout } = await inSession(cwd, "schema", kind);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toHaveProperty("type", "object");
    }
  });

  it("--help and --version answer without loading anything heavy", async () => {
    const cwd = place();
    const { stdout } = await journeybench(cwd, "--version");
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    expect((await inSession(cwd, "--help")).stdout).toContain("compare");
  });
});

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { stressDocument } from "../../src/kpi/index.ts";
import { commandSession, folderWith, journeybench, MAIN } from "../support/command-line.ts";

const desk = `
name: desk
seed: desk
horizon: 8h
replications: 3
channels: { phone: { kind: live, can: [serve] }, chat: { kind: live, can: [serve] } }
service:
  handling: { phone: { exponential: { mean: 4m } }, chat: { exponential: { mean: 4m } } }
  patience: { phone: { exponential: { mean: 4m } }, chat: { exponential: { mean: 4m } } }
  groups:
    callers: { agents: 4, home: [phone], skills: { phone: {}, chat: {} } }
    writers: { agents: 4, home: [chat], skills: { phone: {}, chat: {} } }
  arrivals: { calls: { channel: phone, rate: 40/h }, chats: { channel: chat, rate: 40/h } }
strategies:
  apart: { routing: siloed }
  "<script>alert(1)</script>": { routing: one-queue }
stress: { promises: ["abandon in phone <= 8%"], from: 0.5, to: 2 }
`;

const inSession = commandSession();
const place = (text = desk) => folderWith({ "desk.yaml": text });

describe("journeybench stress", () => {
  it("prints where each policy breaks and writes every file of a study", async () => {
    const cwd = place();
    const { code, stdout, stderr } = await journeybench(cwd, "stress", "desk.yaml", "--knock-out", "group=callers 50% at 3h for 1h");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const words of ["breaks at load", "Abandonment in phone at most 8%", "against apart", "at load 1", "back after the outage"]) {
      expect(stdout).toContain(words);
    }
    const folder = join("reports", "desk-desk-stress");
    expect(stdout).toContain(join(folder, "stress.html"));
    const run = join(cwd, folder);
    expect(readdirSync(run).toSorted()).toEqual(["charts", "manifest.json", "scenario.yaml", "stress.html", "stress.json"]);
    expect(readdirSync(join(run, "charts")).toSorted()).toEqual(
      ["breaking-points", "recovery-1", "recovery-2", "stress-1"].flatMap((id) => [`${id}.svg`, `${id}.vl.json`]).toSorted(),
    );
    expect(stressDocument.safeParse(JSON.parse(readFileSync(join(run, "stress.json"), "utf8"))).error).toBeUndefined();
    const html = readFileSync(join(run, "stress.html"), "utf8");
    expect(html).not.toContain("<script>alert(1)");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    // The page can be written again from the document alone.
    writeFileSync(join(run, "stress.html"), "lost");
    expect((await inSession(cwd, "report", folder)).code).toBe(0);
    expect(readFileSync(join(run, "stress.html"), "utf8")).toBe(html);
  });

  it("--json prints the document and nothing else, the same as the scenario.yaml that it wrote gives", async () => {
    const cwd = place();
    const first = await inSession(cwd, "stress", "desk.yaml", "--json", "--seed", "other", "--replications", "2", "--out", "first");
    const again = await inSession(cwd, "stress", "first/scenario.yaml", "--json", "--quiet", "--workers", "1", "--out", "again");
    const parsed = [first, again].map(({ stdout }) => stressDocument.parse(JSON.parse(stdout)));
    // The hash is that of the scenario, in which seed and replications stand.
    const figures = parsed.map((document) => ({ ...document, timing: null, scenario: { ...document.scenario, sha256: null } }));
    expect(figures[1]).toEqual(figures[0]);
    expect(parsed[0]).toMatchObject({ seed: "other", replications: 2 });
    const manifest = JSON.parse(readFileSync(join(cwd, "first", "manifest.json"), "utf8")) as { command: string[] };
    expect(manifest.command).toEqual(["journeybench", "stress", "desk.yaml", "--replications", "2", "--seed", "other"]);
  });

  it.each([
    [["--promise", "nonsense"], "is no promise"],
    [["--promise", "abandon in phone <= 8%", "--promise", "abandn <= 8%"], 'Did you mean "abandon"?'],
    [["--policies", "one-que"], 'Did you mean "one-queue"?'],
    [["--strategies", "part"], 'Did you mean "apart"?'],
    [["--knock-out", "group=caller at 1h for 1h"], 'Did you mean "callers"?'],
    [["--from", "0"], "a number above zero"],
    [["--from", "3"], "are no range"],
  ])("refuses %j with exit code 2, and writes nothing", async (args, reason) => {
    const cwd = place();
    const { code, stderr } = await inSession(cwd, "stress", "desk.yaml", ...args);
    expect(stderr).toContain(reason);
    expect(code).toBe(2);
    expect(readdirSync(cwd)).toEqual(["desk.yaml"]);
  });

  it("finds mistakes in the part stress with line and column", async () => {
    const cwd = place(desk.replace("abandon in phone <= 8%", "abandon in phon <= 8%"));
    const { code, stderr } = await inSession(cwd, "check", "desk.yaml");
    expect(code).toBe(2);
    expect(stderr).toMatch(/desk\.yaml:\d+:\d+ {2}stress\.promises/);
    expect(stderr).toContain('Did you mean "phone"?');
  });

  it("refuses to replace a folder with other files before it runs anything", async () => {
    const cwd = place();
    mkdirSync(join(cwd, "mine"));
    writeFileSync(join(cwd, "mine", "thesis.txt"), "years of work");
    const { code, stderr } = await inSession(cwd, "stress", "desk.yaml", "--out", "mine");
    expect(code).toBe(2);
    expect(stderr).toContain("mine holds other files (thesis.txt)");
  });

  it("stops on Ctrl-C with 130, says how to go on, and comes to the same study", async () => {
    const cwd = place(desk.replace("horizon: 8h", "horizon: 1d"));
    const words = ["stress", "desk.yaml", "--workers", "1", "--out", "study"];
    const child = execFile(process.execPath, [MAIN, ...words], { cwd });
    let stderr = "";
    child.stderr?.on("data", (text: string) => (stderr += text));
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    while (!existsSync(join(cwd, "study.outcomes"))) await setTimeout(50);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(stderr).toMatch(
      /^Interrupted, with \d+ replications? of desk.yaml done and kept\.\nTo go on from there: journeybench stress .* --resume\n$/,
    );
    expect(readdirSync(cwd).toSorted()).toEqual(["desk.yaml", "study.outcomes"]);

    const documentOf = ({ stdout }: { readonly stdout: string }) => stressDocument.parse(JSON.parse(stdout));
    const resumed = documentOf(await inSession(cwd, ...words, "--resume", "--json"));
    const whole = documentOf(await inSession(cwd, "stress", "desk.yaml", "--out", "whole", "--json"));
    expect(resumed.timing.kept).toBeGreaterThan(0);
    expect({ ...resumed, timing: undefined }).toEqual({ ...whole, timing: undefined });
  });
});

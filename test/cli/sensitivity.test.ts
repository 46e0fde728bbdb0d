import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { selectionDocument, sensitivityDocument } from "../../src/kpi/index.ts";
import { commandSession, folderWith, journeybench } from "../support/command-line.ts";
import { tinyText } from "../support/tiny.ts";

const scenario = tinyText.replace("history: 1y", "history: 2w").replace("horizon: 2y", "horizon: 5w");

const inSession = commandSession();
const place = () => folderWith({ "tiny.yaml": scenario });

const widest = (text: string) => Math.max(...text.split("\n").map((line) => line.trimEnd().length));
const FEW = ["--strategies", "multichannel,omnichannel", "--replications", "2", "--workers", "0"];

describe("journeybench sensitivity", () => {
  it("lists what moves profit, the most first, and writes every file of a study", async () => {
    const cwd = place();
    const vary = ["--vary", "needs.goesOn=60%..90%", "--vary", "segments.regulars.size=20..60"];
    const { code, stdout, stderr } = await journeybench(cwd, "sensitivity", "tiny.yaml", ...vary, "--trajectories", "2", ...FEW);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const words of ["tiny: what moves Profit", "omnichannel less multichannel", "Needs › goes on", "needs.goesOn", "sensitivity.html"])
      expect(stdout).toContain(words);
    const [folder = ""] = readdirSync(join(cwd, "reports")).filter((name) => !name.endsWith(".outcomes"));
    expect(folder).toMatch(/^tiny-.*-sensitivity-morris$/);
    const run = join(cwd, "reports", folder);
    expect(readdirSync(run).toSorted()).toEqual([
      "charts",
      "manifest.json",
      "scenario.yaml",
      "sensitivity.csv",
      "sensitivity.html",
      "sensitivity.json",
    ]);
    const document = sensitivityDocument.parse(JSON.parse(readFileSync(join(run, "sensitivity.json"), "utf8")));
    expect(document).toMatchObject({ method: "morris", points: 6, baseline: "multichannel" });
    const { command } = JSON.parse(readFileSync(join(run, "manifest.json"), "utf8")) as { command: string[] };
    expect(command.join(" ")).toBe(
      "journeybench sensitivity tiny.yaml --vary needs.goesOn=60%..90% --vary segments.regulars.size=20..60 --strategies multichannel,omnichannel --trajectories 2 --replications 2",
    );
    // The page can be written again from the document alone, and the same study finds what it has kept.
    const html = readFileSync(join(run, "sensitivity.html"), "utf8");
    writeFileSync(join(run, "sensitivity.html"), "lost");
    expect((await inSession(cwd, "report", run)).code).toBe(0);
    expect(readFileSync(join(run, "sensitivity.html"), "utf8")).toBe(html);
    const again = await inSession(cwd, "sensitivity", "tiny.yaml", ...vary, "--trajectories", "2", ...FEW, "--json");
    const kept = sensitivityDocument.parse(JSON.parse(again.stdout));
    expect({ ...kept, timing: null }).toEqual({ ...document, timing: null });
    expect(kept.timing.kept).toBeGreaterThan(0);
  });

  it.each([
    ["tornado", ["--vary", "needs.goesOn=60%..90%"], "60%: "],
    ["sobol", ["--vary", "needs.goesOn=60%..90%", "--rows", "2"], "with interactions"],
    ["capabilities", ["--orders", "4"], "Agent training"],
    [
      "morris",
      ["--vary", "costs.sharedHistory.setUp=100..900", "--trajectories", "2"],
      "Nothing that varied changed anything (1 parameter): Costs › Shared history › set up.",
    ],
  ])("--method %s tells its own table", async (method, options, words) => {
    const { code, stdout, stderr } = await inSession(place(), "sensitivity", "tiny.yaml", "--method", method, ...options, ...FEW);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(words);
    expect(widest(stdout)).toBeLessThanOrEqual(120);
  });

  it.each([
    [["--method", "guess"], 'expected morris, tornado, sobol, capabilities, found "guess"'],
    [["--method", "sobol"], "Screen them by --method morris first"],
    [["--vary", "needs.goOn=60%..90%"], 'Did you mean "needs.goesOn"?'],
    [["--strategies", "omnichanel"], 'Did you mean "omnichannel"?'],
    [["--on", "profits"], 'Did you mean "profit"?'],
  ])("refuses %j with exit code 2", async (options, words) => {
    const { code, stdout, stderr } = await inSession(place(), "sensitivity", "tiny.yaml", ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });
});

describe("journeybench select", () => {
  it("names the best and what is promised, and writes every file of a study", async () => {
    const cwd = place();
    const options = ["--on", "profit", "--indifference", "100", "--first", "3", "--most", "4", "--workers", "0"];
    const { code, stdout, stderr } = await journeybench(cwd, "select", "tiny.yaml", ...options);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const words of [
      "is selected as the best of 3 in Profit",
      "With a probability of at least 95%",
      "at least €100",
      "select.html",
      "(Judged by the 95% interval of each difference.)",
    ])
      expect(stdout).toContain(words);
    const [folder = ""] = readdirSync(join(cwd, "reports")).filter((name) => !name.endsWith(".outcomes"));
    const run = join(cwd, "reports", folder);
    expect(readdirSync(run).toSorted()).toEqual(["charts", "manifest.json", "scenario.yaml", "select.html", "select.json"]);
    expect(selectionDocument.parse(JSON.parse(readFileSync(join(run, "select.json"), "utf8"))).winner).not.toBeNull();
    const html = readFileSync(join(run, "select.html"), "utf8");
    writeFileSync(join(run, "select.html"), "lost");
    expect((await inSession(cwd, "report", run)).code).toBe(0);
    expect(readFileSync(join(run, "select.html"), "utf8")).toBe(html);
  });

  it("says so when it is not decided", async () => {
    const options = [
      "--on",
      "profit",
      "--indifference",
      "0.01",
      "--strategies",
      "multichannel,single-channel",
      "--first",
      "2",
      "--most",
      "2",
    ];
    const { stdout } = await inSession(place(), "select", "tiny.yaml", ...options, "--workers", "0");
    expect(stdout).toContain("Not decided after 2 replications: multichannel and single-channel are still in the race");
    expect(stdout).toContain("was not reached within 2 replications");
  });

  it.each([
    [[], "required option '--on <kpi>' not specified"],
    [["--on", "profit"], "Which difference in profit would matter to you?"],
    [["--on", "profit", "--indifference", "1pp"], '--indifference is "1pp".'],
    [["--on", "profit", "--indifference", "10", "--probability", "200%"], "--probability is 2."],
  ])("refuses %j with exit code 2", async (options, words) => {
    const { code, stdout, stderr } = await inSession(place(), "select", "tiny.yaml", ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });
});

it("journeybench sweep names what varies in words, with the path below", async () => {
  const options = [
    "--vary",
    "needs.goesOn=60%..90%",
    "--points",
    "2",
    "--on",
    "profit",
    "--strategies",
    "multichannel,omnichannel",
    "--replications",
    "1",
  ];
  const { code, stdout } = await inSession(place(), "sweep", "tiny.yaml", ...options, "--workers", "0");
  expect(code).toBe(0);
  const lines = stdout.split("\n").map((line) => line.trim());
  const at = lines.findIndex((line) => line.startsWith("Needs › goes on "));
  expect(at).toBeGreaterThan(0);
  expect(lines[at + 1]).toBe("needs.goesOn");
});

it("journeybench schema prints the schemas of both documents", async () => {
  for (const kind of ["sensitivity", "selection"])
    expect(JSON.parse((await inSession(place(), "schema", kind)).stdout)).toMatchObject({ title: `journeybench ${kind}` });
});

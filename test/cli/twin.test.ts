import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { twinDocument } from "../../src/kpi/index.ts";
import { commandSession, folderWith, journeybench } from "../support/command-line.ts";
import { tinyText } from "../support/tiny.ts";

const scenario = tinyText.replace("history: 1y", "history: 13w").replace("horizon: 2y", "horizon: 26w");

const inSession = commandSession();
const place = () => folderWith({ "tiny.yaml": scenario });

describe("journeybench twin", () => {
  it("tells the story of the one with whom strategies differ most, and writes every file of a study", async () => {
    const cwd = place();
    const { code, stdout, stderr } = await journeybench(cwd, "twin", "tiny.yaml");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const words of ["Nobody was asked for", "The lives part on", "multichannel", "omnichannel", "Contribution", "twin.html"])
      expect(stdout).toContain(words);
    expect(Math.max(...stdout.split("\n").map((line) => line.trimEnd().length))).toBeLessThanOrEqual(100);
    const [folder = ""] = readdirSync(join(cwd, "reports"));
    expect(folder).toMatch(/^tiny-.*-twin$/);
    const run = join(cwd, "reports", folder);
    expect(readdirSync(run).toSorted()).toEqual(["charts", "manifest.json", "scenario.yaml", "twin.html", "twin.json"]);
    expect(twinDocument.safeParse(JSON.parse(readFileSync(join(run, "twin.json"), "utf8"))).error).toBeUndefined();
    expect(readFileSync(join(run, "twin.html"), "utf8")).toContain("Here the lives part");
    // The page can be written again from the document alone.
    const html = readFileSync(join(run, "twin.html"), "utf8");
    writeFileSync(join(run, "twin.html"), "lost");
    expect((await inSession(cwd, "report", run)).code).toBe(0);
    expect(readFileSync(join(run, "twin.html"), "utf8")).toBe(html);
  });

  it("--json prints the document and nothing else, the same as the scenario.yaml that it wrote gives", async () => {
    const cwd = place();
    const options = ["--json", "--find", "2", "--find-by", "contacts", "--strategies", "multichannel,omnichannel"];
    const first = await journeybench(cwd, "twin", "tiny.yaml", ...options, "--seed", "other", "--replication", "1", "--out", "first");
    const again = await inSession(cwd, "twin", "first/scenario.yaml", ...options, "--replication", "1", "--out", "again");
    const [one, other] = [first, again].map(({ stdout }) => twinDocument.parse(JSON.parse(stdout)));
    expect(one?.search?.found.length).toBe(2);
    expect(other?.customers).toEqual(one?.customers);
    expect(one?.replication).toBe(1);
    expect(readFileSync(join(cwd, "first/twin.json"), "utf8")).toBe(first.stdout);
  });

  it("lists several customers and tells the first one's story", async () => {
    const { stdout } = await inSession(place(), "twin", "tiny.yaml", "--find", "3");
    expect(stdout).toContain("apart by");
    expect(stdout).toContain("The 3 for whom it differs most are");
  });

  it.each([
    [["--customer", "60"], "There is no customer 60: tiny has 60, counted from 0.\nChoose one from 0 to 59, or let --find choose."],
    [["--customer", "-1"], "expected a whole number of 0 or more"],
    [["--find-by", "luck"], 'expected value, satisfaction, contacts, orders, found "luck"'],
    [["--segment", "nobody"], 'There is no segment "nobody".'],
    [["--strategies", "omnichanel"], 'Did you mean "omnichannel"?'],
    [["--customer", "1", "--find", "2"], "--customer names the customer"],
  ])("refuses %j with exit code 2", async (options, words) => {
    const { code, stdout, stderr } = await inSession(place(), "twin", "tiny.yaml", ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });

  it("refuses a contact centre, in which nobody lives a journey", async () => {
    const { code, stderr } = await inSession(place(), "twin", "contact-centre");
    expect(code).toBe(2);
    expect(stderr).toContain("contact-centre has no modelled customers whose journeys could be told");
  });
});

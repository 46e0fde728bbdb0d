import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandSession, folderWith, journeybench } from "../support/command-line.ts";

const inSession = commandSession();
const journey = async (cwd: string, ...args: readonly string[]) => inSession(cwd, "journey", ...args);

const GOOD = JSON.stringify({
  id: "club",
  initial: "trial",
  states: {
    trial: { entry: "beginNeed", after: { "14d": "member" } },
    member: { on: { CONTACT_FAILED: "gone" } },
    gone: { type: "final" },
  },
});
const BAD = JSON.stringify({
  id: "club",
  initial: "trial",
  states: { trial: { entry: "beginNed", invoke: { src: "bank", onDone: "stuck" } }, stuck: {}, lost: { type: "final" } },
});

describe("journeybench journey", () => {
  it.each(["customer", "contact"])("shows the %s of the package within 100 columns", async (name) => {
    const { code, stdout, stderr } = await journey(folderWith(), name);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      new RegExp(`^${name}: \\d+ states, \\d+ events, \\d+ delays, \\d+ guards, \\d+ actions\\. It can be simulated\\.\n`, "u"),
    );
    for (const title of ["States", "Events", "Delays", "Guards", "Actions"]) expect(stdout).toContain(`\n\n${title}\n`);
    for (const line of stdout.split("\n").slice(1)) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("shows a file that can run", async () => {
    const { code, stdout } = await journeybench(folderWith({ "club.json": GOOD }), "journey", "club.json");
    expect(code).toBe(0);
    expect(stdout).toContain("club (club.json): 3 states, 1 event, 1 delay, 0 guards, 1 action. It can be simulated.");
    expect(stdout).toContain("after 14d → member");
  });

  it("shows what it can of one that cannot, says why, and ends with 2", async () => {
    const { code, stdout } = await journey(folderWith({ "club.json": BAD }), "club.json");
    expect(code).toBe(2);
    expect(stdout).toContain("It cannot be simulated: 1 word is missing, 1 feature is not supported.");
    expect(stdout).toContain("Not reachable: no path leads there\n  lost\n");
    expect(stdout).toContain("Dead ends: somebody stays there for ever\n  stuck\n");
    expect(stdout).toContain('action "beginNed" in trial. Did you mean "beginNeed"?');
    expect(stdout).toMatch(/Not supported\n {2}trial: invoke/u);
  });

  it("with --json prints one object and nothing else", async () => {
    const { code, stdout } = await journey(folderWith({ "club.json": BAD }), "club.json", "--json");
    const told = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
    expect(code).toBe(2);
    expect(told).toMatchObject({ file: "club.json", id: "club", runs: false, unreachable: ["lost"], deadEnds: ["stuck"] });
    expect(told["sha256"]).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("writes the diagram whose ending is named, again in place of an earlier one", async () => {
    const cwd = folderWith({ "club.json": GOOD });
    for (const [file, start] of [
      ["club.svg", "<?xml"],
      ["club.svg", "<?xml"],
      ["club.mmd", "stateDiagram-v2"],
      ["club.dot", "digraph journey"],
    ] as const) {
      expect((await journey(cwd, "club.json", "--diagram", file)).code).toBe(0);
      expect(readFileSync(join(cwd, file), "utf8").startsWith(start)).toBe(true);
    }
  });

  it("leaves other files alone", async () => {
    const cwd = folderWith({ "club.json": GOOD, "logo.svg": '<?xml version="1.0"?><svg>years of work</svg>' });
    const { code, stderr } = await journey(cwd, "club.json", "--diagram", "logo.svg");
    expect(code).toBe(2);
    expect(stderr).toContain("logo.svg is no diagram of a journey and was left as it is.");
    expect(readFileSync(join(cwd, "logo.svg"), "utf8")).toContain("years of work");
  });

  it.each([
    [["custmer"], 'Did you mean "customer"?'],
    [["nowhere.ts"], "There is no file nowhere.ts"],
    [["wrong.json"], 'wrong.json:1:26  initial: expected an initial state: here, found "hree". Did you mean "here"?'],
    [["broken.ts"], "broken.ts:1:16  Unexpected token."],
    [["customer", "--diagram", "x.png"], "expected a file ending with .svg, .mmd, .dot"],
    [[], "missing required argument"],
  ])("%j ends with 2 and a sentence", async (args, sentence) => {
    const cwd = folderWith({
      "wrong.json": '{ "id": "a", "initial": "hree", "states": { "here": {} } }'.replace('"id": "a", ', '"id": "ab", '),
      "broken.ts": "export default ;;} {",
    });
    const { code, stdout, stderr } = await journey(cwd, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(readdirSync(cwd).toSorted()).toEqual(["broken.ts", "wrong.json"]);
    expect(existsSync(join(cwd, "x.png"))).toBe(false);
  });
});

/** Programs of the author's that do not behave: the command line neither takes their end for success nor waits for them for ever. */

import { describe, expect, it } from "vitest";
import { folderWith, journeybench } from "../support/command-line.ts";

const MACHINE = `
import { createMachine } from "xstate";
export default createMachine({ id: "club", initial: "a", states: { a: { after: { "1d": "b" } }, b: { type: "final" } } });
`;
const SCENARIO = `
name: centre
seed: any
horizon: 1d
replications: 2
channels: { phone: { kind: live, can: [serve] } }
service:
  groups: { all: { agents: 2, home: [phone] } }
  arrivals: { calls: { channel: phone, rate: 5/h } }
strategies:
  a: { routing: one-queue }
  b: { routing: own.js }
`;

describe("a program that ends the process while it is loaded", () => {
  it.each([
    ["at once", "process.exit(0);\n", 1],
    ["after a while", "\nawait new Promise((resolve) => setTimeout(resolve, 20));\nprocess.exit();\n", 3],
    ["with a code of its own", "\n\nsetTimeout(() => process.exit(7), 5);\nawait new Promise(() => {});\n", 3],
  ])("%s is told of, and is no success", async (_, ending, line) => {
    const { code, stderr, stdout } = await journeybench(folderWith({ "club.mjs": `${ending}${MACHINE}` }), "journey", "club.mjs");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(`club.mjs ended the process while it was loaded:\nclub.mjs:${line}  It calls process.exit().\n`);
  });

  it("is told of where a file that it imports does so", async () => {
    const files = { "club.mjs": `import "./helper.mjs";\n${MACHINE}`, "helper.mjs": "process.exit(0);\n" };
    const { code, stderr } = await journeybench(folderWith(files), "journey", "club.mjs");
    expect(code).toBe(2);
    expect(stderr).toContain("club.mjs ended the process while it was loaded:\n");
  });

  it("is told of where it is a routing policy", async () => {
    const folder = folderWith({ "centre.yaml": SCENARIO, "own.js": "process.exit(0);\n" });
    const { code, stderr } = await journeybench(folder, "compare", "centre.yaml", "--out", "out");
    expect(code).toBe(2);
    expect(stderr).toContain("own.js ended the process while it was loaded:\n");
  });
});

describe("a routing policy that ends the process while it is asked", () => {
  const policy = (first: string, end: string) => `${first}
export default {
  name: "quitter",
  selectAgent(view) {
    if (view.now > 3600) ${end};
    return -1;
  },
  selectContact: () => -1,
};
`;
  const compareWith = async (own: string, workers: string) =>
    journeybench(folderWith({ "centre.yaml": SCENARIO, "own.js": own }), "compare", "centre.yaml", "--out", "out", "--workers", workers);

  it("has failed, and is told of with its line, from a worker thread", async () => {
    const { code, stderr } = await compareWith(policy("", "process.exit(0)"), "2");
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /centre failed: strategy "b", .*: routing policy "quitter" failed in selectAgent \(.*own\.js:5\): process\.exit\(\) was called, which would end the whole run; throw an Error instead\nTo run exactly this again: --only "b\/\d".*\n$/u,
    );
  });

  it.each([
    ["by a way that cannot be stopped", 'import { exit } from "node:process";', "exit(0)"],
    ["later", "", "setTimeout(() => process.exit(0), 1)"],
  ])("ends without success when it ends the whole process %s", async (_, first, end) => {
    const { code, stderr, stdout } = await compareWith(policy(first, end), "0");
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(
      /own\.js ended the process after it was loaded:\n.*own\.js:5 {2}It calls process\.exit\(\)\.\nIt would end everybody's work\. Throw an Error instead\.\n$/u,
    );
  });
});

describe("a program that leaves something open", () => {
  const OPEN = 'import { createServer } from "node:net";\nsetInterval(() => {}, 1000);\ncreateServer().listen(0);\n';

  it("does not keep the command once that is done", async () => {
    const { code, stdout } = await journeybench(folderWith({ "club.mjs": `${OPEN}${MACHINE}` }), "journey", "club.mjs");
    expect(code).toBe(0);
    expect(stdout).toContain("club (club.mjs): 2 states, 0 events, 1 delay, 0 guards, 0 actions. It can be simulated.");
  });

  it("does not keep a command that was refused", async () => {
    const { code, stderr } = await journeybench(folderWith({ "club.mjs": OPEN }), "journey", "club.mjs");
    expect(code).toBe(2);
    expect(stderr).toContain("club.mjs");
  });
});

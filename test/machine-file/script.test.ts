import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { describe, expect, it } from "vitest";
import { StateMachine } from "xstate";
import { JourneybenchError } from "../../src/errors.ts";
import { loadMachine } from "../../src/machine-file/index.ts";
import { errorOf, place, problemLines } from "./place.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const SHOP = `import { setup } from "xstate";
type Context = { readonly visits: number };
enum Phase { Browsing = "browsing" }
export default setup({ types: { context: {} as Context } }).createMachine({
  id: "shop",
  context: { visits: 0 },
  initial: Phase.Browsing,
  states: { browsing: { on: { BUY: "bought" } }, bought: { type: "final" } },
});
`;

describe("a journey file in TypeScript or JavaScript", () => {
  it("is loaded from anywhere, types and enums and all, with the hash of its bytes", async () => {
    const file = place({ "shop.ts": SHOP });
    const loaded = await loadMachine(file);
    expect(Object.keys(loaded.machine.states)).toEqual(["browsing", "bought"]);
    expect(loaded).toMatchObject({
      file,
      sourceText: SHOP,
      imports: [],
      sha256: createHash("sha256").update(readFileSync(file)).digest("hex"),
    });
  });

  it("gets the very XState of this program, though its folder has none", async () => {
    const text = `import { StateMachine, createMachine } from "xstate";
import { getShortestPaths } from "xstate/graph";
export default createMachine({ id: "probe", meta: { StateMachine, getShortestPaths: typeof getShortestPaths } });
`;
    const { machine } = await loadMachine(place({ "probe.ts": text }));
    const meta = machine.root.meta as Readonly<Record<string, unknown>>;
    expect(machine).toBeInstanceOf(StateMachine);
    expect(meta["StateMachine"]).toBe(StateMachine);
    expect(meta["getShortestPaths"]).toBe("function");
  });

  it.each([
    [
      "the default export",
      {
        "a.ts":
          'import { createMachine } from "xstate"; export const other = createMachine({}); export default createMachine({ id: "it" });',
      },
    ],
    [
      "the only machine",
      { "a.mjs": 'import { createMachine } from "xstate"; export const limit = 3; export const whatever = createMachine({ id: "it" });' },
    ],
    [
      "the export `journey`",
      {
        "a.js":
          'import { createMachine } from "xstate"; export const a = createMachine({}); export const journey = createMachine({ id: "it" });',
      },
    ],
    [
      "the export `machine`",
      {
        "a.mts":
          'import { createMachine } from "xstate"; export const a = createMachine({}); export const machine = createMachine({ id: "it" });',
      },
    ],
    ["module.exports", { "a.cjs": 'const { createMachine } = require("xstate"); module.exports = createMachine({ id: "it" });' }],
    [
      "one machine under two names",
      { "a.ts": 'import { createMachine } from "xstate"; const m = createMachine({ id: "it" }); export { m as one, m as two };' },
    ],
    [
      "a default that was awaited",
      { "a.ts": 'import { createMachine } from "xstate"; export default await Promise.resolve(createMachine({ id: "it" }));' },
    ],
  ])("may give its machine as %s", async (_, files) => {
    expect((await loadMachine(place(files))).machine.id).toBe("it");
  });

  it("may be made of several files, and a change in any of them changes the hash and counts at the next load", async () => {
    const main = 'import { createMachine } from "xstate";\nimport { id } from "./parts/id";\nexport default createMachine({ id });\n';
    const file = place({
      "main.ts": main,
      "parts/id.ts": 'export { id } from "./deeper";\n',
      "parts/deeper.ts": 'export const id = "first";\n',
    });
    const deeper = join(file, "../parts/deeper.ts");
    const first = await loadMachine(file);
    expect(first.machine.id).toBe("first");
    expect(first.imports).toEqual([deeper, join(file, "../parts/id.ts")]);
    writeFileSync(deeper, 'export const id = "second";\n');
    const second = await loadMachine(file);
    expect(second.machine.id).toBe("second");
    expect(second.sha256).not.toBe(first.sha256);
  });

  it("is loaded in a worker thread as well, with the very journeybench that runs there", async () => {
    const file = place({
      "probe.ts": `import { JourneybenchError } from "journeybench";
import { createMachine, StateMachine } from "xstate";
export default createMachine({ id: "probe", meta: { JourneybenchError, StateMachine } });
`,
    });
    const built = (path: string): string => JSON.stringify(join(root, path));
    const worker = place({
      "worker.mjs": `import { loadMachine } from ${built("dist/machine-file/index.js")};
import { JourneybenchError } from ${built("dist/errors.js")};
export default async (file) => {
  const { machine, sha256 } = await loadMachine(file);
  const { meta } = machine.root;
  return { id: machine.id, sha256, same: meta.JourneybenchError === JourneybenchError && machine instanceof meta.StateMachine };
};
`,
    });
    const pool = new Piscina({ filename: worker, maxThreads: 1 });
    const inThread: unknown = await pool.run(file);
    await pool.destroy();
    expect(inThread).toEqual({ id: "probe", same: true, sha256: createHash("sha256").update(readFileSync(file)).digest("hex") });
  });
});

describe("a script that cannot be loaded", () => {
  it.each([
    ["a mistake in the syntax", "const a = 1;\nexport default { a: ;\n", ["2:21 Unexpected token."]],
    ["a mistake in the syntax of plain JavaScript", "export default {\n  a: 1,,\n};\n", ["2:8 Unexpected token."], "a.js"],
    ["a module that is not there", 'import x from "gone";\nexport default x;\n', ['1:15 There is no module "gone".']],
    ["a file that is not there", 'import x from "./gone";\nexport default x;\n', ['1:15 There is no module "./gone".']],
    [
      "an exception",
      "const x = undefined as never as { y: 1 };\n\nexport default x.y;\n",
      ["3:? TypeError: Cannot read properties of undefined (reading 'y')"],
    ],
    ["a thrown text", 'throw "no";\n', ["?:? It throws no."]],
    [
      "a function that XState does not have",
      'import { creatMachine } from "xstate";\nexport default creatMachine({});\n',
      ['2:? What it imports has no function "creatMachine".'],
    ],
    [
      "a target that no state has",
      'import { createMachine } from "xstate";\nexport default createMachine({\n  initial: "here",\n  states: { here: { on: { GO: "theer" } }, there: {} },\n});\n',
      [
        "4:31 Invalid transition definition for state node '(machine).here': Child state 'theer' does not exist on '(machine)'. Did you mean \"there\"?",
      ],
    ],
    [
      "initial states that are none",
      'import { createMachine } from "xstate";\nexport default createMachine({\n  initial: "hree",\n  states: { here: { initial: "x", states: { y: {} } } },\n});\n',
      [
        '3:12 (root): expected one of its states here, found the initial state "hree". Did you mean "here"?',
        '4:30 here: expected one of its states y, found the initial state "x".',
      ],
    ],
  ])("because of %s names the place", async (_, text, lines, name = "a.ts") => {
    const file = place({ [name]: text });
    const error = await errorOf(file);
    expect(error).toBeInstanceOf(JourneybenchError);
    expect(error.code).toBe("bad-input");
    expect(problemLines(error)).toEqual(lines);
    expect(error.problems.every((problem) => problem.file === file)).toBe(true);
  });

  it("names the file that it imports when the mistake is there", async () => {
    const file = place({ "main.ts": 'import "./part";\nexport default 1;\n', "part.ts": "let = ;\n" });
    const [problem] = (await errorOf(file)).problems;
    expect(problem).toMatchObject({ file: join(file, "../part.ts"), line: 1 });
  });

  it.each([
    ["export const a = createActor(createMachine({}));", "a (an actor)", "Export the machine that the actor was created from."],
    ["export default { initial: 'a', states: { a: {} } };", "default (a plain object)", "Wrap it: createMachine"],
    ["export default () => createMachine({});", "default (a function)", "Export the machine itself"],
    ["export const s = setup({});", "s (the answer of setup())", "createMachine("],
    ["export const v4 = { __xstatenode: true, withConfig() {}, states: {} };", "v4 (a machine of XState v4)", "migration"],
    ["export default fromPromise(async () => 1);", "default (actor logic without states)", "createMachine("],
    ["export const limit = 3, name = 'x';", "limit (a number), name (a string)", "Export the machine as default"],
    ["export default Promise.resolve(createMachine({}));", "default (a promise)", "Await it"],
  ])("exporting no machine (%s) tells what it exports", async (line, listed, hint) => {
    const error = await errorOf(place({ "a.ts": `import { createActor, createMachine, fromPromise, setup } from "xstate";\n${line}\n` }));
    expect(error.message).toContain("exports no XState v5 machine");
    expect(error.message).toContain(listed);
    expect(error.hint).toContain(hint);
  });

  it("exporting nothing, or several machines, tells what to do", async () => {
    const nothing = await errorOf(place({ "a.ts": "const a = 1;\nvoid a;\nexport {};\n" }));
    expect(nothing.message).toContain("exports nothing");
    const several = await errorOf(
      place({ "a.ts": 'import { createMachine } from "xstate";\nexport const buyer = createMachine({}), seller = createMachine({});\n' }),
    );
    expect(several.message).toContain("exports 2 machines: buyer, seller.");
    expect(several.hint).toContain("export buyer or seller as default");
  });
});

describe("a journey file that cannot be read", () => {
  it("is told from a near name", async () => {
    const file = place({ "shop.ts": SHOP });
    const error = await errorOf(file.replace("shop.ts", "shpo.ts"));
    expect(error.message).toContain("There is no file");
    expect(error.hint).toContain(`Did you mean "${file}"?`);
  });

  it.each([
    ["a.ts", new Uint8Array([0xff, 0xfe, 0x00]), "not a text in UTF-8"],
    ["a.json", " \n", "is empty"],
    ["a.ts", "x".repeat(5_000_001), "larger than 5 MB"],
    ["a.yaml", "a: 1", "is no journey file"],
    ["folder.ts/inside.ts", "", "is a folder"],
  ])("%s says why", async (name, content, sentence) => {
    const file = place({ [name]: content });
    expect((await errorOf(name.startsWith("folder") ? join(file, "..") : file)).message).toContain(sentence);
  });
});

/** Routing policies of authors' files: loaded with their hash, or refused with what they lack. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { JourneybenchError } from "../../src/errors.ts";
import { loadPolicy } from "../../src/machine-file/index.ts";
import type { RoutingPolicy, RoutingView } from "../../src/strategies/index.ts";
import { place } from "./place.ts";

const NEWEST = `import type { RoutingPolicy, RoutingView } from "journeybench";
const NOBODY: number = -1;
const policy: RoutingPolicy = {
  name: "newest first",
  selectAgent: (view: RoutingView, contact: number) => view.freest(0, view.typeOf(contact)),
  selectContact: () => NOBODY,
};
`;

async function refusal(files: Readonly<Record<string, string>>): Promise<JourneybenchError> {
  const error: unknown = await loadPolicy(place(files)).catch((reason: unknown) => reason);
  if (error instanceof JourneybenchError) return error;
  throw new Error(`no JourneybenchError but ${String(error)}`);
}

describe("a policy file", () => {
  it("gives its default export, types and all, with the hash of its bytes", async () => {
    const file = place({ "newest.ts": `${NEWEST}export default policy;\n` });
    const { policy, sha256, imports } = await loadPolicy(file);
    expect(policy.name).toBe("newest first");
    expect(policy.selectContact({} as never, 0)).toBe(-1);
    expect(sha256).toBe(createHash("sha256").update(readFileSync(file)).digest("hex"));
    expect(imports).toEqual([]);
  });

  it("gives the export called policy, of JavaScript too, and its hash covers what it imports", async () => {
    const files = (name: string) => ({
      "a.mjs": 'import { name } from "./name.mjs"; export const policy = { name, selectAgent: () => -1, selectContact: () => -1 };',
      "name.mjs": `export const name = "${name}";`,
    });
    const first = await loadPolicy(place(files("first")));
    const second = await loadPolicy(place(files("second")));
    expect([first.policy.name, second.policy.name]).toEqual(["first", "second"]);
    expect(first.imports).toHaveLength(1);
    expect(first.sha256).not.toBe(second.sha256);
  });

  it("may be CommonJS, or export an instance of a class", async () => {
    const common = await loadPolicy(
      place({ "a.cjs": 'module.exports = { name: "old", selectAgent: () => -1, selectContact: () => -1 };' }),
    );
    expect(common.policy.name).toBe("old");
    const text = "class P { name = 'made'; selectAgent() { return -1; } selectContact() { return -1; } }\nexport default new P();";
    expect((await loadPolicy(place({ "a.ts": text }))).policy.name).toBe("made");
  });

  it.each([
    ["export const a = 1;", "exports no routing policy. It exports a.", "Export the policy as default, or name it `policy`."],
    ["const a = 1;", "exports no routing policy. It exports nothing.", "Export the policy as default"],
    ["export default () => ({});", "exports no routing policy.", "Export the policy itself, not a function or class that makes it."],
    ["export default { selectAgent: () => -1 };", "lacks a name (a text) and the function selectContact.", "A policy is {"],
    [
      "export default { name: 'x', selectAgent: () => -1, selectContact: () => -1, rank: 3 };",
      "lacks rank as a function, or not at all.",
      "A policy is {",
    ],
  ])("with %s is refused", async (text, message, hint) => {
    const error = await refusal({ "a.ts": text });
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
  });

  it("is refused when a function of it would never be asked, but may have helpers", async () => {
    const policy = (further: string) =>
      `export default { name: "x", selectAgent: () => -1, selectContact: () => -1, ${further}: () => 1 };`;
    expect((await refusal({ "a.ts": policy("askAgainAftr") })).message).toContain(
      '"askAgainAftr", which is never asked. Did you mean "askAgainAfter"?',
    );
    expect((await loadPolicy(place({ "a.ts": policy("shareOfTime") }))).policy.name).toBe("x");
  });

  it("is refused with the place of a mistake in it, and when it is none or not there", async () => {
    const broken = await refusal({ "a.ts": "export default {\n  name: ,\n};" });
    expect(broken.problems[0]).toMatchObject({ line: 2 });
    expect((await refusal({ "a.json": "{}" })).message).toContain("is no policy file.");
    const missing: unknown = await loadPolicy(place({ "policy.ts": "" }).replace("policy.ts", "polcy.ts")).catch(
      (reason: unknown) => reason,
    );
    expect((missing as JourneybenchError).hint).toContain('policy.ts"?');
  });
});

describe("a policy of a file, when it is asked", () => {
  const view = { now: 1e9 } as RoutingView;

  async function policyWith(text: string): Promise<RoutingPolicy> {
    const head = 'export const policy = {\n  name: "mine",\n';
    const functions = "selectAgent: () => -1, selectContact: () => -1,";
    return (await loadPolicy(place({ "a.ts": `${head}${functions}\n  ${text}\n};\n` }))).policy;
  }

  it("is named with line and function when it throws", async () => {
    const policy = await policyWith("selectAgent(view) { return view.nothing.here; },");
    expect(() => policy.selectAgent(view, 0)).toThrow(/^routing policy "mine" failed in selectAgent \(.*a\.ts:4\): Cannot read .*here/u);
    const asking = await policyWith('asks() { throw "no"; },');
    expect(() => asking.asks?.(view, 0, 0)).toThrow('routing policy "mine" failed in asks: it throws no');
  });

  it.each(["0.5", "NaN", "undefined", '"0"', "Infinity"])("may not answer %s for an agent or contact", async (answer) => {
    const policy = await policyWith(`selectAgent: () => ${answer}, selectContact: () => ${answer},`);
    expect(() => policy.selectAgent(view, 0)).toThrow(/^routing policy "mine" answered .* in selectAgent; expected is a row/u);
    expect(() => policy.selectContact(view, 0)).toThrow(/^routing policy "mine" answered .* in selectContact; expected is a row/u);
  });

  it("may not rank by what is no number, nor be asked again before the clock goes on", async () => {
    const ranked = await policyWith("rank: () => NaN,");
    expect(() => ranked.rank?.(view, 0)).toThrow("answered NaN in rank; expected is a number");
    for (const seconds of ["0", "-5", "1e-9", "undefined", "NaN"]) {
      const again = await policyWith(`askAgainAfter: () => ${seconds},`);
      expect(() => again.askAgainAfter?.(view, 0), seconds).toThrow(
        "in askAgainAfter; expected is seconds from now, above zero, or Infinity",
      );
    }
  });

  it("answers as it is written otherwise", async () => {
    const policy = await policyWith("selectAgent: () => 3, rank: () => -0.5, askAgainAfter: () => Infinity, asks: () => true,");
    expect([policy.selectAgent(view, 0), policy.rank?.(view, 0), policy.askAgainAfter?.(view, 0), policy.asks?.(view, 0, 0)]).toEqual([
      3,
      -0.5,
      Infinity,
      true,
    ]);
    expect(Object.keys(await policyWith(""))).toEqual(["name", "selectAgent", "selectContact"]);
  });
});

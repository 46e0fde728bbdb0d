/** The model on paper: its tables are those of the code, and everything it names is there. `npx vitest run test/docs -u` writes the tables anew. */

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { capabilityNames } from "../../src/scenario/index.ts";
import { purpose } from "../../src/sim/purposes.ts";
import { parameters } from "../support/parameters.ts";
import { modelBlocks, symbols, withBlocks } from "./model-blocks.ts";
import { table } from "./table.ts";

const file = new URL("../../docs/explanation/model.md", import.meta.url);
const root = new URL("../../", import.meta.url);
const page = readFileSync(file, "utf8");
/** Without the generated tables: what was written by hand. */
const prose = page.replaceAll(/<!-- generated: (\w+) -->[\s\S]*?<!-- end -->/g, "");

/** The same keys as a name: what the prose writes without the part in front. */
const isParameter = (name: string) =>
  parameters.some(({ path }) => path === name || path.endsWith(`.${name}`) || path.startsWith(`${name}.`));

describe("the page of the model", () => {
  it("has the tables of the code", async () => {
    const blocks = modelBlocks(table);
    for (const name of Object.keys(blocks)) expect(page).toContain(`<!-- generated: ${name} -->`);
    await expect(withBlocks(page, blocks)).toMatchFileSnapshot(file.pathname);
  });

  it("names files that exist", () => {
    const linked = [...prose.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => new URL(target, file));
    const named = [...prose.matchAll(/`((?:src|test|docs|scenarios)\/[\w./-]+)`/g)].map(([, path = ""]) => new URL(path, root));
    expect(linked.length).toBeGreaterThan(50);
    expect([...linked, ...named].filter((one) => !existsSync(one)).map(({ pathname }) => pathname)).toEqual([]);
  });

  it("links to headings that it has", () => {
    const anchors = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, "")
        .replaceAll(/\s/g, "-"),
    );
    for (const [, anchor = ""] of prose.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
  });

  it("refers to sections that it has", () => {
    const sections = new Set([...prose.matchAll(/^(?:#+ |\*\*)(\d+(?:\.\d+)?)[ .]/gm)].map(([, number = ""]) => number));
    const referred = [...prose.matchAll(/(?:\(|, |sections? )(\d+\.\d+)(?=[,)\s;])/g)].map(([, number = ""]) => number);
    expect(referred.length).toBeGreaterThan(15);
    expect(referred.filter((number) => !sections.has(number) && /^[47]\./.test(number))).toEqual([]);
  });

  it("calls parameters by names that they have", () => {
    const parts = "awareness|needs|channels|segments|offer|stock|experience|service|lifetimeValue|loyaltyProgramme";
    const named = [...prose.matchAll(new RegExp(`\`((?:${parts})\\.[\\w.*]+)\``, "g"))].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(20);
    const optional = ["service.arrivals.*.counts", "needs.renewal"];
    expect(named.filter((name) => !isParameter(name) && !optional.includes(name))).toEqual([]);
  });

  it("tells every capability, and gives symbols to parameters that are there", () => {
    for (const name of capabilityNames) expect(prose).toContain(`| \`${name}\` |`);
    expect(Object.keys(symbols).filter((path) => !parameters.some((one) => one.path === path))).toEqual([]);
  });

  it("says of every draw what its address is", () => {
    const rows = modelBlocks(table)["purposes"]?.split("\n").slice(2) ?? [];
    expect(rows.length).toBe(Object.keys(purpose).length);
    expect(rows.filter((row) => /\| +\|$/.test(row))).toEqual([]);
  });
});

/** docs/explanation/validation-signs.md is what the last runs of the signs found; the scenarios that it names are there. */

import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { keptSigns } from "./paired.ts";
import { signsPage, steps } from "./page.ts";

const page = new URL("../../../docs/explanation/validation-signs.md", import.meta.url);

it("the page of signs has figures of every step", () => {
  expect([...keptSigns().keys()]).toEqual(steps.map(({ name }) => name).sort());
  expect([...keptSigns().values()].every((figures) => figures.length > 0)).toBe(true);
});

it("the page of signs is made of them", async () => {
  await expect(signsPage(keptSigns())).toMatchFileSnapshot(page.pathname);
});

it.each(steps)("$name is a reference scenario whose header names what it shows and its source", ({ name }) => {
  const file = new URL(`../../../scenarios/reference/${name}.yaml`, import.meta.url);
  expect(existsSync(file)).toBe(true);
  const header = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("#"))
    .join(" ");
  expect(header).toMatch(/evidence|Source/i);
});

/** The reference scenarios: one for every case with a known answer, each a file that loads. */

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadScenario } from "../../../src/scenario/load.ts";
import { validationCases } from "../../support/validation-cases.ts";

const folder = fileURLToPath(new URL("../../../scenarios/reference/", import.meta.url));
// The others are cases of customers (customers.test.ts) and of stock.
const files = readdirSync(folder).filter((file) => file.startsWith("cc-"));

describe("the reference scenarios", () => {
  it("are there for every case", () => {
    for (const { id } of validationCases) {
      // One file, or several for a case with several systems: cc-001a, cc-040-erlang2.
      expect(
        files.filter((file) => file.startsWith(id)),
        id,
      ).not.toEqual([]);
    }
  });

  it("belong to a case", () => {
    const ids = validationCases.map(({ id }) => id);
    for (const file of files)
      expect(
        ids.some((id) => file.startsWith(id)),
        file,
      ).toBe(true);
  });

  it.each(files)("%s loads, and expects nothing by itself", async (file) => {
    const { scenario } = await loadScenario(folder + file);
    expect(scenario.expect).toEqual([]);
    expect(`${scenario.seed}.yaml`).toBe(file);
  });
});

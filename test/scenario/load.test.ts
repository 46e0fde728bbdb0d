/** Scenario files are loaded from the disk, or refused with what to do. */

import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JourneybenchError } from "../../src/errors.ts";
import { bundledScenarios, loadScenario } from "../../src/scenario/load.ts";
import { whole } from "./texts.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "journeybench-"));
  await writeFile(join(folder, "shop.yaml"), whole);
  await writeFile(join(folder, "wrong.yaml"), whole.replace("kind: live", "kind: alive"));
  await writeFile(join(folder, "latin.yaml"), Buffer.from([0x6e, 0xe4]));
  await writeFile(join(folder, "large.yaml"), `name: a # ${"x".repeat(5_000_001)}`);
  await writeFile(join(folder, "closed.yaml"), whole);
  await chmod(join(folder, "closed.yaml"), 0);
  await mkdir(join(folder, "empty"));
});
afterAll(() => rm(folder, { recursive: true }));

async function refusal(path: string): Promise<JourneybenchError> {
  const error: unknown = await loadScenario(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof JourneybenchError) return error;
  throw new Error(`no JourneybenchError but ${String(error)}`);
}

describe("loading", () => {
  it("reads a file", async () => {
    expect((await loadScenario(join(folder, "shop.yaml"))).scenario.name).toBe("whole");
  });

  it("names the file in problems", async () => {
    const error = await refusal(join(folder, "wrong.yaml"));
    expect(error.problems[0]).toMatchObject({ file: join(folder, "wrong.yaml"), line: 10, column: 11 });
  });

  it("suggests the nearest file when there is none of that name", async () => {
    const error = await refusal(join(folder, "shp.yaml"));
    expect(error.code).toBe("bad-input");
    expect(error.hint).toContain(`Did you mean "${join(folder, "shop.yaml")}"?`);
    expect((await refusal("no/such/folder/at all.yaml")).message).toContain("There is no file");
    expect((await refusal(join(folder, "shop.yaml", "inside.yaml"))).message).toContain("There is no file");
  });

  it("refuses folders, large files and files that are no UTF-8", async () => {
    expect((await refusal(folder)).hint).toContain(join(folder, "closed.yaml"));
    expect((await refusal(join(folder, "empty"))).message).toContain("is a folder");
    expect((await refusal(join(folder, "large.yaml"))).message).toContain("larger than 5 MB");
    expect((await refusal(join(folder, "latin.yaml"))).message).toContain("not a text in UTF-8");
    expect((await refusal("/dev/zero")).message).toContain("is not a file");
  });

  it.skipIf(process.getuid?.() === 0)("says that a file may not be read", async () => {
    expect((await refusal(join(folder, "closed.yaml"))).message).toContain("may not be read");
  });

  it("finds every scenario of the package by its name", async () => {
    for (const name of await bundledScenarios()) expect((await loadScenario(name)).scenario.name).not.toBe("");
    expect((await refusal("../scenarios")).code).toBe("bad-input");
  });
});

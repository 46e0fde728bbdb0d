import { existsSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../../../src/experiment/store/make-folder.ts";

const place = () => mkdtempSync(join(tmpdir(), "journeybench-"));

describe("a folder", () => {
  it("is made with those around it, and stays where it is there", () => {
    const folder = join(place(), "a", "b", "c");
    makeFolder(folder);
    writeFileSync(join(folder, "file"), "");
    makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
    expect(existsSync(join(folder, "file"))).toBe(true);
  });

  it("cannot be made in a file", () => {
    const file = join(place(), "file");
    writeFileSync(file, "");
    expect(() => makeFolder(join(file, "a"))).toThrow(expect.objectContaining({ code: "ENOTDIR" }));
  });

  it.runIf(existsSync("/proc/self"))("that nobody can make is refused, and not tried for ever", () => {
    expect(() => makeFolder("/proc/none/run")).toThrow(expect.objectContaining({ code: "ENOENT" }));
  });
});

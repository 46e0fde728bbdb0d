import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parquetReadObjects } from "hyparquet";
import { checkRunFolder, compare, defaultRunFolder, replicationsParquet, writeRunFolder } from "../../src/experiment/index.ts";
import { tiny } from "../support/tiny.ts";

/** The manifest by which a run's folder is known. */
const MANIFEST = ["manifest.json", '{"format":"journeybench/manifest"}'] as const;

const place = () => mkdtempSync(join(tmpdir(), "journeybench-"));

describe("a run's folder", () => {
  it("is named after scenario and seed, and no name climbs out of it", () => {
    expect(defaultRunFolder("retail", "2026")).toBe(join("reports", "retail-2026"));
    expect(defaultRunFolder("../../etc", "a/b")).toMatch(/^reports[\\/]etc-[0-9a-f]{8}-a-b-[0-9a-f]{8}$/);
    expect(defaultRunFolder("Größe", "1")).not.toBe(defaultRunFolder("Grösse", "1"));
    expect(defaultRunFolder("<script>", "日本")).toMatch(/^reports[\\/][a-z0-9-]+$/);
  });

  it("replaces an earlier run as a whole and leaves nothing else beside it", () => {
    const parent = place();
    const run = join(parent, "run");
    writeRunFolder(run, new Map([MANIFEST, ["charts/a.svg", "old"]]));
    writeRunFolder(run, new Map([MANIFEST, ["report.html", "new"]]));
    expect(readdirSync(run).toSorted()).toEqual(["manifest.json", "report.html"]);
    expect(readdirSync(parent)).toEqual(["run"]);
  });

  it("that cannot be written is told in a sentence and leaves nothing behind, and an earlier run stays", () => {
    const parent = place();
    const run = join(parent, "run");
    writeRunFolder(run, new Map([MANIFEST, ["report.html", "old"]]));
    const impossible = new Map([MANIFEST, ["charts", "a file"], ["charts/a.svg", "inside of it"]]);
    expect(() => writeRunFolder(run, impossible)).toThrow(
      expect.objectContaining({ code: "failed", message: expect.stringContaining("cannot be written") }),
    );
    expect(readdirSync(parent)).toEqual(["run"]);
    expect(readFileSync(join(run, "report.html"), "utf8")).toBe("old");
  });

  it("never replaces a folder that holds other files", () => {
    const run = place();
    writeFileSync(join(run, "thesis.doc"), "years of work");
    expect(() => checkRunFolder(run)).toThrow(/other files/);
    expect(() => writeRunFolder(run, new Map([["manifest.json", "{}"]]))).toThrow(/other files/);
    expect(readFileSync(join(run, "thesis.doc"), "utf8")).toBe("years of work");
  });

  it("never replaces a folder with somebody else's manifest, nor notes left in a run's folder or beside it", () => {
    const app = place();
    writeFileSync(join(app, "manifest.json"), '{"name":"my web app"}');
    expect(() => checkRunFolder(app)).toThrow(/other files/);
    const run = join(place(), "run");
    writeRunFolder(run, new Map([MANIFEST]));
    writeFileSync(join(run, "notes.txt"), "mine");
    expect(() => checkRunFolder(run)).toThrow(/notes\.txt/);
    const beside = join(place(), "other");
    mkdirSync(`${beside}.outcomes`);
    writeFileSync(join(`${beside}.outcomes`, "keep.txt"), "mine");
    expect(() => checkRunFolder(beside)).toThrow(/other\.outcomes is where outcomes are kept, but holds keep\.txt/);
  });

  it("is checked without being made: a mistake that is found later leaves nothing behind", () => {
    const parent = place();
    checkRunFolder(join(parent, "reports", "2026", "run"));
    expect(readdirSync(parent)).toEqual([]);
    writeRunFolder(join(parent, "reports", "2026", "run"), new Map([MANIFEST]));
    expect(readdirSync(join(parent, "reports", "2026"))).toEqual(["run"]);
  });

  it("is the same with a slash at its end, is not the working directory, and has no file as parent", () => {
    const parent = place();
    writeRunFolder(`${join(parent, "run")}/`, new Map([MANIFEST]));
    expect(readdirSync(parent)).toEqual(["run"]);
    expect(() => checkRunFolder(".")).toThrow(/working directory/);
    writeFileSync(join(parent, "file"), "");
    expect(() => checkRunFolder(join(parent, "file", "x"))).toThrow(/cannot be written/);
  });

  it.runIf(existsSync("/proc/self"))("is refused at once where nobody can make folders, whatever the permissions say", () => {
    const refused = { code: "bad-input", message: "/proc/none/run cannot be written: /proc is not a folder that can be written." };
    expect(() => checkRunFolder("/proc/none/run")).toThrow(expect.objectContaining(refused));
  });

  it("may be an empty folder, and may not be a file", () => {
    const parent = place();
    mkdirSync(join(parent, "empty"));
    writeFileSync(join(parent, "file"), "");
    expect(() => checkRunFolder(join(parent, "empty"))).not.toThrow();
    expect(() => checkRunFolder(join(parent, "file"))).toThrow(/is a file/);
    expect(existsSync(join(parent, "new"))).toBe(false);
    expect(() => checkRunFolder(join(parent, "new", "deeper"))).not.toThrow();
  });
});

describe("the table of replications", () => {
  it("reads back with a row per replication, strategy and KPI, and null where a KPI is undefined", async () => {
    const { result, plan, outcomes } = await compare(tiny(), { replications: 2, workers: 1 });
    const bytes = replicationsParquet(result, plan, outcomes);
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    });
    const kpis = Object.keys(result.strategies[0]?.kpis ?? {}).length;
    expect(rows).toHaveLength(2 * result.strategies.length * kpis);
    const orders = rows.filter((row) => row["strategy"] === "omnichannel" && row["kpi"] === "orders").map((row) => row["value"] as number);
    const mean = result.strategies.find((strategy) => strategy.name === "omnichannel")?.kpis["orders"]?.mean;
    expect(orders.reduce((sum, value) => sum + value, 0) / orders.length).toBeCloseTo(mean ?? Number.NaN, 9);
  });
});

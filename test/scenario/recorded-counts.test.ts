/** Recorded counts come from a CSV file beside the scenario, as numbers of it; what is wrong is told with file, line and column. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatError, JourneybenchError } from "../../src/errors.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import { loadScenario } from "../../src/scenario/load.ts";
import { recordedCounts } from "../../src/scenario/recorded-counts.ts";
import { centreWith } from "./service/texts.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "journeybench-counts-"));
  await writeFile(join(folder, "calls.csv"), "\uFEFFbegin,calls\r\n08:00,3\r\n08:30,5\r\n\r\n09:00,8.5\r\n");
  await writeFile(join(folder, "wrong.csv"), 'begin,"a, b",calls\n08:00,é,3\n"08\n:30",x,five\n09:00,ü,\n09:30\n10:00,x,-1\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function withFile(written: string): Promise<string> {
  const file = join(folder, "centre.yaml");
  await writeFile(file, centreWith("values: [3, 5, 8]", written));
  return file;
}

async function refusal(written: string): Promise<string[]> {
  const error: unknown = await loadScenario(await withFile(written)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof JourneybenchError)) throw new Error(`no JourneybenchError but ${String(error)}`);
  return formatError(error)
    .split("\n")
    .slice(1)
    .map((line) => line.replaceAll(`${folder}/`, ""));
}

describe("recorded counts", () => {
  it("are read once and become numbers of the scenario, of its resolved text and of its assumptions", async () => {
    const { scenario, input, resolved } = await loadScenario(await withFile("file: ./calls.csv, column: calls, recurs: false"));
    expect(scenario.service?.arrivals["recorded"]?.counts).toEqual({ interval: 1800, values: [3, 5, 8.5], recurs: false });
    expect(input.service?.arrivals?.["recorded"]?.counts).toEqual({ interval: "30m", values: [3, 5, 8.5], recurs: false });
    expect(resolved).not.toContain("calls.csv");
    expect(parseScenario(resolved, { fileName: "again.yaml" }).scenario).toEqual(scenario);
  });

  it("need no column where there is only one", () => {
    expect(recordedCounts("calls\n1\n2\n", "a.csv", undefined)).toEqual({ values: [1, 2] });
  });

  it("may be parted by semicolons or tabs, and quoted", () => {
    expect(recordedCounts('day;"calls, all"\n1;"4"\n', "a.csv", "calls, all")).toEqual({ values: [4] });
    expect(recordedCounts("day\tcalls\n1\t 4 \n", "a.csv", "calls")).toEqual({ values: [4] });
  });

  it("are refused with file, line and column of every value that is none", async () => {
    expect(await refusal("file: ./wrong.csv, column: calls")).toEqual([
      'wrong.csv:4:8  calls: expected a number of contacts from 0 to 1,000,000, found "five".',
      "wrong.csv:5:9  calls: expected a number of contacts from 0 to 1,000,000, found nothing.",
      "wrong.csv:6  calls: expected a number of contacts from 0 to 1,000,000, found nothing.",
      'wrong.csv:7:9  calls: expected a number of contacts from 0 to 1,000,000, found "-1".',
    ]);
  });

  it("are refused at the scenario's place when the column is unknown or not said, with the nearest one", async () => {
    expect(await refusal("file: ./calls.csv, column: cals")).toEqual([
      'centre.yaml:53:84  service.arrivals.recorded.counts.column: expected a column of calls.csv: begin or calls, found "cals". Did you mean "calls"?',
    ]);
    expect(await refusal("file: ./calls.csv")).toEqual([
      "centre.yaml:53:63  service.arrivals.recorded.counts.file: expected also the key column, a column of calls.csv: begin or calls, found none.",
    ]);
  });

  it("are refused when there is no such file, with the nearest one, or it cannot be read", async () => {
    expect(await refusal("file: ./cals.csv, column: calls")).toEqual([
      'centre.yaml:53:63  service.arrivals.recorded.counts.file: expected a CSV file that can be read, its path relative to the scenario file, found no file cals.csv. Did you mean "./calls.csv"?',
    ]);
    expect((await refusal("file: ., column: calls")).join()).toContain("is not a file.");
  });

  it("are refused when the file is empty, has only names, or is no CSV", () => {
    expect(recordedCounts("", "a.csv", "calls")).toMatchObject({ at: "file", found: "an empty one" });
    expect(recordedCounts("calls\n", "a.csv", "calls")).toMatchObject({ at: "file", found: "none" });
    const broken = recordedCounts('calls\n"1\n2\n', "a.csv", "calls");
    expect(broken).toMatchObject({ problems: [{ file: "a.csv", line: 3, expected: "valid CSV" }] });
    const long = recordedCounts(`calls\n${"1\n".repeat(100_001)}`, "a.csv", "calls");
    expect(long).toMatchObject({ at: "file", found: "100001 of them" });
  });

  it("are told together with other mistakes of the scenario", async () => {
    const file = join(folder, "two.yaml");
    await writeFile(file, centreWith("values: [3, 5, 8]", "file: ./wrong.csv, column: calls").replace("capacity: 5", "capacity: five"));
    const error: unknown = await loadScenario(file).catch((reason: unknown) => reason);
    expect((error as JourneybenchError).problems.map(({ path }) => path)).toEqual([
      "service.queues.phone.capacity",
      "calls",
      "calls",
      "calls",
      "calls",
    ]);
  });
});

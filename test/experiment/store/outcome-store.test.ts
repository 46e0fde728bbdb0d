import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { constants, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { JourneybenchError } from "../../../src/errors.ts";
import { isStoreEntry, OutcomeStore } from "../../../src/experiment/store/outcome-store.ts";
import { writing } from "../../../src/experiment/store/writing.ts";
import type { Outcome } from "../../../src/sim/index.ts";

const KEY = "a".repeat(64);

function outcome(replication: number, strategy = "omnichannel", revenue = 7): Outcome {
  return {
    replication,
    strategy,
    ledger: Float64Array.of(revenue, 0, 2 ** 53),
    flows: Float64Array.of(1),
    counted: new Float64Array(0),
    service: new Float64Array(0),
    lifetime: new Float64Array(0),
    events: 12,
    historyEvents: 3,
    digest: 99,
  };
}

const folder = () => join(mkdtempSync(join(tmpdir(), "journeybench-store-")), "store");

function onlyFile(store: OutcomeStore): string {
  const place = join(store.folder, KEY);
  const [file = ""] = readdirSync(place);
  return join(place, file);
}

describe("the result store", () => {
  it("gives back what was kept, also to another process and under the name that is asked for", () => {
    const store = new OutcomeStore(folder());
    store.append(KEY, outcome(1));
    store.append(KEY, outcome(0));
    const { outcomes, damaged } = new OutcomeStore(store.folder).read(KEY, "renamed");
    expect([...outcomes]).toEqual([
      [0, outcome(0, "renamed")],
      [1, outcome(1, "renamed")],
    ]);
    expect(damaged).toEqual([]);
  });

  it("is empty where nothing was kept, and makes no folder for that", () => {
    const place = folder();
    expect(new OutcomeStore(place).read(KEY, "omnichannel").outcomes.size).toBe(0);
    expect(readdirSync(join(place, ".."))).toEqual([]);
  });

  it("takes the same result from two writers, and refuses two different ones by name", () => {
    const place = folder();
    new OutcomeStore(place).append(KEY, outcome(4));
    const second = new OutcomeStore(place);
    second.append(KEY, outcome(4, "under another name"));
    expect(second.read(KEY, "omnichannel").outcomes.size).toBe(1);
    new OutcomeStore(place).append(KEY, outcome(4, "omnichannel", 8));
    expect(() => second.read(KEY, "omnichannel")).toThrow(/two different results for replication 4 of strategy "omnichannel"/);
  });

  it("says in a sentence that there is no room", () => {
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    const write = () => {
      throw full;
    };
    expect(() => writing("reports/study.outcomes", write)).toThrow(
      expect.objectContaining({
        code: "failed",
        message: "reports/study.outcomes cannot be written: there is no space left on the device.",
      }),
    );
  });

  it("is found in order by a shard while another one writes its note", () => {
    expect(["shard-1-of-2.json", "shard-1-of-2.json.writing-77", KEY].every(isStoreEntry)).toBe(true);
    expect(isStoreEntry("thesis.doc")).toBe(false);
  });

  it("does not believe a line that was copied from another address", () => {
    const store = new OutcomeStore(folder());
    const other = "b".repeat(64);
    store.append(other, outcome(0, "omnichannel", 8));
    store.append(KEY, outcome(1));
    const [file = ""] = readdirSync(join(store.folder, other));
    appendFileSync(onlyFile(store), readFileSync(join(store.folder, other, file)));
    const found = store.read(KEY, "omnichannel");
    expect([...found.outcomes.keys()]).toEqual([1]);
    expect(found.damaged).toMatchObject([{ line: 2, replication: 0 }]);
    store.mend(found.damaged);
    expect([...store.read(KEY, "omnichannel").outcomes.keys()]).toEqual([1]);
  });

  it("names a file once that holds two different results", () => {
    const store = new OutcomeStore(folder());
    store.append(KEY, outcome(4));
    store.append(KEY, outcome(4, "omnichannel", 8));
    const hint = (() => {
      try {
        store.read(KEY, "omnichannel");
      } catch (error) {
        return error instanceof JourneybenchError ? error.hint : undefined;
      }
      return undefined;
    })();
    expect(hint?.split(onlyFile(store))).toHaveLength(2);
  });

  it("does not mend a file that its writer has gone on with meanwhile", () => {
    const store = new OutcomeStore(folder());
    store.append(KEY, outcome(0));
    const file = onlyFile(store);
    const whole = readFileSync(file, "utf8");
    appendFileSync(file, whole.slice(0, 50));
    const { damaged } = store.read(KEY, "omnichannel");
    expect(damaged).toHaveLength(1);
    // The rest of the line arrives, and another one.
    writeFileSync(file, whole);
    store.append(KEY, outcome(1));
    const before = readFileSync(file, "utf8");
    store.mend(damaged);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("takes the same result from machines that compress differently", () => {
    const store = new OutcomeStore(folder());
    store.append(KEY, outcome(0));
    const data = deflateSync(serialize({ ...outcome(0), strategy: "" }), { level: 9, strategy: constants.Z_HUFFMAN_ONLY }).toString(
      "base64",
    );
    const sum = createHash("sha256").update(`${KEY} 0 ${data}`).digest("hex").slice(0, 32);
    expect(readFileSync(onlyFile(store), "utf8")).not.toContain(data);
    appendFileSync(onlyFile(store), `${sum} 0 ${data}\n`);
    expect(store.read(KEY, "omnichannel").outcomes.get(0)).toEqual(outcome(0));
  });

  it("names file, line and replication of what is damaged, leaves it out, and mends the file", () => {
    const store = new OutcomeStore(folder());
    for (const replication of [0, 1, 2]) store.append(KEY, outcome(replication));
    const file = onlyFile(store);
    const lines = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, [lines[0], `${lines[1]?.slice(0, 60)}X${lines[1]?.slice(61)}`, lines[2], ""].join("\n"));
    appendFileSync(file, "half a li");
    const found = store.read(KEY, "omnichannel");
    expect([...found.outcomes.keys()]).toEqual([0, 2]);
    expect(found.damaged).toEqual([
      { file, line: 2, replication: 1 },
      { file, line: 4, replication: undefined },
    ]);
    store.mend(found.damaged);
    expect(store.read(KEY, "omnichannel")).toMatchObject({ damaged: [] });
    expect([...store.read(KEY, "omnichannel").outcomes.keys()]).toEqual([0, 2]);
  });
});

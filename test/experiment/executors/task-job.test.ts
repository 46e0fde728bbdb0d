import { describe, expect, it } from "vitest";
import { parseQueueAddress } from "../../../src/experiment/executors/queue/address.ts";
import { refusalError, refusalReason } from "../../../src/experiment/executors/queue/refusal.ts";
import { jobId, outcomesDigest, outcomesOf, taskOf, writtenResult, writtenTask } from "../../../src/experiment/executors/queue/task-job.ts";
import type { Task } from "../../../src/experiment/task.ts";
import type { Outcome } from "../../../src/sim/index.ts";
import { tiny } from "../../support/tiny.ts";

const { scenario } = tiny();
const task: Task = { scenario, sha256: "x", strategies: ["omnichannel"], replication: 3, executor: "compiled", journey: undefined };
const outcome: Outcome = {
  replication: 3,
  strategy: "omnichannel",
  ledger: Float64Array.of(1, -0, 0.1 + 0.2, Infinity, Number.NaN),
  flows: Float64Array.of(),
  counted: Float64Array.of(),
  service: Float64Array.of(),
  lifetime: Float64Array.of(),
  events: 7,
  historyEvents: 2,
  digest: 0xffff_ffff,
};

describe("a task on a queue", () => {
  it("is the same task there, with numbers for which JSON has no word", () => {
    const odd = { ...task, scenario: { ...scenario, name: "odd", odd: [Infinity, -0, Number.NaN, undefined] } };
    // What a server keeps is JSON.
    const there = taskOf(JSON.parse(JSON.stringify(writtenTask(odd))) as ReturnType<typeof writtenTask>);
    expect(there).toStrictEqual(odd);
  });

  it("has one name, and another replication another", () => {
    const name = (one: Task) => jobId(writtenTask(one));
    expect(name(structuredClone(task))).toBe(name(task));
    expect(name({ ...task, replication: 4 })).not.toBe(name(task));
    // BullMQ takes whole numbers and colons for something else.
    expect(name(task)).toMatch(/^task-[0-9a-f]{64}$/);
  });

  it("comes back as the outcomes that it has, and as no others", () => {
    const result = JSON.parse(JSON.stringify(writtenResult([outcome], "one"))) as ReturnType<typeof writtenResult>;
    expect(outcomesOf(result)).toStrictEqual([outcome]);
    const [[strategy, line] = ["", ""]] = result.lines;
    const damaged = { ...result, lines: [[strategy, line.replace(/.$/, "?")]] as const };
    expect(() => outcomesOf(damaged)).toThrow("An outcome of worker one arrived damaged.");
  });

  it.each([
    ["the sign of a zero", { ledger: Float64Array.of(1, 0, 0.1 + 0.2, Infinity, Number.NaN) }],
    ["the last bit", { ledger: Float64Array.of(1, -0, 0.3, Infinity, Number.NaN) }],
    ["an event", { events: 8 }],
  ])("is seen to differ by %s", (_, change) => {
    expect(outcomesDigest([structuredClone(outcome)])).toBe(outcomesDigest([outcome]));
    expect(outcomesDigest([{ ...outcome, ...change }])).not.toBe(outcomesDigest([outcome]));
  });

  it("is refused with worker and version, and other failures are not taken for a refusal", () => {
    expect(refusalError(refusalReason("one", "0.0.9+ab"), "0.1.0+cd")?.message).toBe(
      "Worker one has journeybench 0.0.9+ab, this study needs 0.1.0+cd.",
    );
    expect(refusalError("out of memory", "0.1.0+cd")).toBeUndefined();
  });
});

describe("the address of a queue", () => {
  it("names server and queue, and is shown without its password", () => {
    expect(parseQueueAddress("redis://me:secret@host:6380/2#night")).toEqual({
      kind: "redis",
      url: "redis://me:secret@host:6380/2",
      name: "night",
      shown: "redis://me@host:6380/2",
    });
    expect(parseQueueAddress("postgresql://host/database")).toMatchObject({ kind: "postgres", name: "journeybench" });
    expect(parseQueueAddress("rediss://host")).toMatchObject({ kind: "redis" });
  });

  it.each(["localhost:6379", "http://host", "redis", "redis://host#a:b"])("is not %s", (written) => {
    expect(() => parseQueueAddress(written)).toThrow(/^--queue expects the address of a Redis, Valkey or PostgreSQL server\.$/);
  });
});

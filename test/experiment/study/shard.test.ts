import { describe, expect, it } from "vitest";
import { isInShard, parseShard } from "../../../src/experiment/study/shard.ts";

describe("a shard", () => {
  it("is named by number and count", () => {
    expect(parseShard("3/64", {})).toEqual({ number: 3, of: 64 });
  });

  it.each(["0/4", "5/4", "3", "a/b", "1/0", "auto/0", ""])("%s is refused", (text) => {
    expect(() => parseShard(text, {})).toThrow(/--shard/);
  });

  it.each([
    ["a Slurm array from 0", { SLURM_ARRAY_TASK_ID: "5", SLURM_ARRAY_TASK_MIN: "0", SLURM_ARRAY_TASK_COUNT: "8" }, 6],
    ["a Slurm array from 1", { SLURM_ARRAY_TASK_ID: "5", SLURM_ARRAY_TASK_MIN: "1", SLURM_ARRAY_TASK_COUNT: "8" }, 5],
    [
      "a Slurm array in steps",
      { SLURM_ARRAY_TASK_ID: "14", SLURM_ARRAY_TASK_MIN: "4", SLURM_ARRAY_TASK_STEP: "5", SLURM_ARRAY_TASK_COUNT: "8" },
      3,
    ],
    ["AWS Batch", { AWS_BATCH_JOB_ARRAY_INDEX: "0", AWS_BATCH_JOB_ARRAY_SIZE: "8" }, 1],
    ["GitLab", { CI_NODE_INDEX: "8", CI_NODE_TOTAL: "8" }, 8],
    ["CircleCI", { CIRCLE_NODE_INDEX: "7", CIRCLE_NODE_TOTAL: "8" }, 8],
  ])("is found in %s", (_, environment, number) => {
    expect(parseShard("auto", environment)).toEqual({ number, of: 8 });
  });

  it("of a Kubernetes job needs the count", () => {
    expect(() => parseShard("auto", { JOB_COMPLETION_INDEX: "2" })).toThrow(/does not say how many/);
    expect(parseShard("auto/8", { JOB_COMPLETION_INDEX: "2" })).toEqual({ number: 3, of: 8 });
  });

  it("is refused when the scheduler's number lies outside", () => {
    expect(() => parseShard("auto/4", { AWS_BATCH_JOB_ARRAY_INDEX: "4" })).toThrow(/no part of 4/);
    expect(() => parseShard("auto", { SLURM_ARRAY_TASK_ID: "x", SLURM_ARRAY_TASK_COUNT: "4" })).toThrow(/is "x"/);
    expect(() => parseShard("auto", {})).toThrow(/found no scheduler/);
  });

  it("shares out every task to exactly one", () => {
    for (let row = 0; row < 50; row++) {
      expect([1, 2, 3].filter((number) => isInShard({ number, of: 3 }, row))).toHaveLength(1);
    }
  });
});

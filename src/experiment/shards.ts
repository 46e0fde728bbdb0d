/** A run in shards: independent processes run parts of its tasks, and one merges what they have kept. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { JourneybenchError } from "../errors.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import type { Outcome } from "../sim/index.ts";
import { type Comparison, finished } from "./compare.ts";
import { type CompareOptions, firstReplications, prepare, studyOf } from "./prepare.ts";
import { outcomesFolder } from "./run-folder.ts";
import { engineFingerprint } from "./store/fingerprint.ts";
import { OutcomeStore } from "./store/outcome-store.ts";
import type { Shard } from "./study/shard.ts";
import { Study } from "./study/study.ts";

/** What a shard leaves beside its outcomes, so that they can be merged. */
const shardNote = z.strictObject({
  format: z.literal("journeybench/shard"),
  version: z.literal(1),
  /** Path of the scenario's file as the shard found it, or the name of a bundled scenario. */
  scenario: z.string(),
  strategies: z.array(z.string()),
  replications: z.int(),
  seed: z.string(),
  shard: z.strictObject({ number: z.int(), of: z.int() }),
  engine: z.string(),
});
export type ShardNote = z.output<typeof shardNote>;

/** What a shard did. */
export interface ShardRun {
  /** Replications of a strategy that it computed, and that were there. */
  readonly computed: number;
  readonly kept: number;
  readonly seconds: number;
}

function noteName({ number, of }: Shard): string {
  return `shard-${number}-of-${of}.json`;
}

/**
 * Runs the tasks of one shard and keeps their outcomes beside the folder; {@link mergeShards} makes the result of all shards.
 *
 * @param scenario path or name of the scenario, for whoever merges
 * @throws JourneybenchError as `compare`
 */
export async function compareShard(
  loaded: LoadedScenario,
  scenario: string,
  shard: Shard,
  options: CompareOptions & { readonly folder: string },
): Promise<ShardRun> {
  const prepared = await prepare(loaded, options);
  const { point } = prepared;
  const study = studyOf(prepared, options, shard);
  try {
    await study.live(firstReplications(point.scenario.replications));
  } finally {
    await study.close();
  }
  const note: ShardNote = {
    format: "journeybench/shard",
    version: 1,
    scenario: existsSync(scenario) ? resolve(scenario) : scenario,
    strategies: [...point.strategies],
    replications: point.scenario.replications,
    seed: point.scenario.seed,
    shard,
    engine: engineFingerprint(),
  };
  writeNote(outcomesFolder(options.folder), note);
  const { computed, kept, seconds } = study;
  return { computed, kept, seconds };
}

/** Written last and renamed: a note says that its shard is complete. */
function writeNote(folder: string, note: ShardNote): void {
  mkdirSync(folder, { recursive: true });
  const place = join(folder, noteName(note.shard));
  writeFileSync(`${place}.writing-${process.pid}`, `${JSON.stringify(note, null, 2)}\n`);
  renameSync(`${place}.writing-${process.pid}`, place);
}

function notesIn(folder: string): ShardNote[] {
  const place = outcomesFolder(folder);
  const names = existsSync(place) ? readdirSync(place).filter((name) => /^shard-[0-9]+-of-[0-9]+\.json$/.test(name)) : [];
  return names.map((name) => {
    const file = join(place, name);
    try {
      return shardNote.parse(JSON.parse(readFileSync(file, "utf8")));
    } catch (error) {
      throw new JourneybenchError("bad-input", `${file} is no note of a shard.`, { hint: "Run that shard again.", cause: error });
    }
  });
}

/** What the shards say that they are parts of, and which of them are there. */
export interface ShardedRun extends Omit<ShardNote, "shard"> {
  readonly of: number;
  readonly present: ReadonlySet<number>;
}

/**
 * Reads the notes of shards.
 *
 * @param folders run folders of the shards (`--out`); shards may share one
 * @throws JourneybenchError `bad-input` when there are none, or they belong to different runs or engines
 */
export function shardedRun(folders: readonly string[]): ShardedRun {
  const notes = folders.flatMap(notesIn);
  const [first] = notes;
  if (first === undefined) {
    throw new JourneybenchError("bad-input", `There is no finished shard in ${folders.map((folder) => `${folder}.outcomes`).join(", ")}.`, {
      hint: "Give the folders that the shards were run with: --out, or reports/<scenario>-<seed>.",
    });
  }
  const same = ({ strategies, replications, seed, shard, engine }: ShardNote) =>
    JSON.stringify({ strategies, replications, seed, of: shard.of, engine });
  const other = notes.find((note) => same(note) !== same(first));
  if (other !== undefined) {
    throw new JourneybenchError("bad-input", "These shards are not parts of one run.", {
      hint: `One is ${noteName(first.shard)} of ${same(first)}, another one ${noteName(other.shard)} of ${same(other)}.`,
    });
  }
  const { shard, ...rest } = first;
  return { ...rest, of: shard.of, present: new Set(notes.map((note) => note.shard.number)) };
}

/** What is missing of a run in shards. */
export interface MissingParts {
  readonly shards: readonly number[];
  /** Replications by strategy. */
  readonly replications: ReadonlyMap<string, readonly number[]>;
}

/**
 * Makes the result of outcomes that shards have kept; computes nothing.
 *
 * @param run from {@link shardedRun}
 * @returns the comparison, or what is missing of it
 * @throws JourneybenchError `failed` when two shards have different results for one task
 */
export async function mergeShards(
  loaded: LoadedScenario,
  folders: readonly string[],
  run: ShardedRun,
  options: Pick<CompareOptions, "onDamage">,
): Promise<Comparison | MissingParts> {
  const { strategies, replications, seed } = run;
  const prepared = await prepare(loaded, { strategies, replications, seed });
  const study = new Study<Outcome>([prepared.point], {
    keep: (outcome) => outcome,
    executor: () => {
      throw new Error("merging computes nothing");
    },
    // `shardedRun` has found a shard, so there is a folder.
    store: new OutcomeStore(folders.map(outcomesFolder) as [string, ...string[]]),
    onDamage: options.onDamage,
  });
  const missing = study.missing(firstReplications(replications));
  if (missing.size === 0) return finished(prepared, study, { workers: 0 }, replications, undefined);
  const rows = new Set([...missing.values()].flat().map((replication) => (replication % run.of) + 1));
  return { shards: [...rows].toSorted((a, b) => a - b), replications: missing };
}

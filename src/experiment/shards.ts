/** A run in shards: independent processes run parts of its tasks, and one merges what they have kept. */

import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { JourneybenchError } from "../errors.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import type { Outcome } from "../sim/index.ts";
import { type Comparison, finished } from "./compare.ts";
import { type CompareOptions, firstReplications, prepare, studyOf } from "./prepare.ts";
import { outcomesFolder } from "./run-folder.ts";
import { engineFingerprint } from "./store/fingerprint.ts";
import { makeFolder } from "./store/make-folder.ts";
import { outcomeKey } from "./store/outcome-key.ts";
import { OutcomeStore } from "./store/outcome-store.ts";
import { writing } from "./store/writing.ts";
import type { Shard } from "./study/shard.ts";
import { Study, type StudyPoint } from "./study/study.ts";

/** What a shard leaves beside its outcomes, so that they can be merged. */
const shardNote = z.strictObject({
  format: z.literal("journeybench/shard"),
  version: z.literal(1),
  /** Path of the scenario's file as the shard found it, or the name of a bundled scenario. */
  scenario: z.string(),
  strategies: z.array(z.string()),
  replications: z.int(),
  seed: z.string(),
  executor: z.enum(["compiled", "reference"]),
  luck: z.enum(["common", "independent"]),
  /** Addresses of the outcomes, by strategy: all that they were made from. */
  outcomes: z.record(z.string(), z.string()),
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

function addressesOf(point: StudyPoint): Record<string, string> {
  return Object.fromEntries(point.strategies.map((name) => [name, outcomeKey(point, name, engineFingerprint())]));
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
    executor: point.executor,
    luck: point.luck ?? "common",
    outcomes: addressesOf(point),
    shard,
    engine: engineFingerprint(),
  };
  writeNote(outcomesFolder(options.folder), note);
  const { computed, kept, seconds } = study;
  return { computed, kept, seconds };
}

/** Written last and renamed: a note says that its shard is complete. */
function writeNote(folder: string, note: ShardNote): void {
  const place = join(folder, noteName(note.shard));
  writing(folder, () => {
    makeFolder(folder);
    writeFileSync(`${place}.writing-${process.pid}`, `${JSON.stringify(note, null, 2)}\n`);
    renameSync(`${place}.writing-${process.pid}`, place);
  });
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

/** What all shards of a run have in common, in the order in which a difference is told. */
const COMMON: readonly (readonly [what: string, of: (note: ShardNote) => string])[] = [
  ["the number of shards", ({ shard }) => String(shard.of)],
  ["the engine", ({ engine }) => engine],
  ["the seed", ({ seed }) => seed],
  ["replications", ({ replications }) => String(replications)],
  ["strategies", ({ strategies }) => strategies.join(", ")],
  ["whose luck strategies meet", ({ luck }) => luck],
  ["the executor", ({ executor }) => executor],
  ["the scenario", ({ scenario, outcomes }) => `${scenario} (${Object.values(outcomes)[0]?.slice(0, 12)})`],
];

/** @throws JourneybenchError `bad-input` naming two shards of different runs and in what they differ */
function refuseOther(first: ShardNote, note: ShardNote): void {
  const partOf = ({ shard }: ShardNote) => `shard ${shard.number} of ${shard.of}`;
  // Where the file lies says nothing of what is in it.
  const isScenario = JSON.stringify(first.outcomes) !== JSON.stringify(note.outcomes);
  const found = COMMON.find(([what, of]) => (what === "the scenario" ? isScenario : of(first) !== of(note)));
  if (found === undefined) return;
  const [what, of] = found;
  throw new JourneybenchError("bad-input", `These shards are not parts of one run: they differ in ${what}.`, {
    hint: `It is ${of(first)} for ${partOf(first)}, and ${of(note)} for ${partOf(note)}. Run the shards again that are not as the others.`,
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
  for (const note of notes) refuseOther(first, note);
  const { shard, ...rest } = first;
  return { ...rest, of: shard.of, present: new Set(notes.map((note) => note.shard.number)) };
}

/** @throws JourneybenchError `bad-input` when merging would look for other outcomes than the shards have made */
function refuseChanged({ engine, outcomes, scenario }: ShardedRun, point: StudyPoint): void {
  const here = engineFingerprint();
  if (engine !== here) {
    throw new JourneybenchError("bad-input", "The shards were run by another engine.", {
      hint: `Theirs is ${engine}, this is ${here}. Merge where the same version is installed, or run the shards again with this one.`,
    });
  }
  const made = addressesOf(point);
  if (point.strategies.some((name) => made[name] !== outcomes[name])) {
    throw new JourneybenchError("bad-input", "The scenario is not the one that the shards were run with.", {
      hint: `They found it at ${scenario}. If it was changed, undo that or run the shards again; --scenario names another file.`,
    });
  }
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
 * @throws JourneybenchError `bad-input` when scenario or engine are not those of the shards; `failed` when two shards have different results
 * for one task
 */
export async function mergeShards(
  loaded: LoadedScenario,
  folders: readonly string[],
  run: ShardedRun,
  options: Pick<CompareOptions, "onDamage">,
): Promise<Comparison | MissingParts> {
  const { strategies, replications, seed, executor, luck } = run;
  const prepared = await prepare(loaded, { strategies, replications, seed, executor, luck: luck === "common" ? undefined : luck });
  refuseChanged(run, prepared.point);
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

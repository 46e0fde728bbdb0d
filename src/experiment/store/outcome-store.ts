/**
 * The result store: outcomes by content address, appended and never changed, one file per writer, so that processes need no lock. The same study
 * again reads what is there and computes the rest; more replications extend it.
 */

import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { JourneybenchError } from "../../errors.ts";
import type { Outcome } from "../../sim/index.ts";
import { exactText } from "./exact-text.ts";
import { makeFolder } from "./make-folder.ts";
import { writing } from "./writing.ts";
import { outcomeOf, readLine, writtenLine } from "./outcome-line.ts";

/** A line of the store that cannot be believed. */
export interface Damage {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Undefined where even that is illegible. */
  readonly replication: number | undefined;
}

/** What a store holds of one address. */
export interface Found {
  /** By replication. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly damaged: readonly Damage[];
}

const KEY = /^[0-9a-f]{64}$/;
/** What shards leave beside outcomes; another shard may be writing its own just now. */
const NOTE = /^shard-[0-9]+-of-[0-9]+\.json(?:\.writing-[0-9]+)?$/;
const FILE = /^[0-9]+-[0-9a-f]{12}\.outcomes$/;

/** Whether a folder's entry is one that a store makes. */
export function isStoreEntry(name: string): boolean {
  return KEY.test(name) || NOTE.test(name);
}

/** Two results for one replication: what the engine promises is broken, or somebody wrote into the store. */
function differs(key: string, replication: number, strategy: string, files: readonly string[]): JourneybenchError {
  return new JourneybenchError("failed", `There are two different results for replication ${replication} of strategy "${strategy}".`, {
    hint: `The same task must give the same result everywhere. Compare the machines that wrote ${[...new Set(files)].join(" and ")}, and move one of the files away (address ${key.slice(0, 12)}…).`,
  });
}

/** Machines may compress the same outcome differently. */
function isSame(data: string, other: string): boolean {
  return data === other || exactText(outcomeOf(data, "")) === exactText(outcomeOf(other, ""));
}

export class OutcomeStore {
  /** Where outcomes are appended; made when the first one is kept. */
  readonly folder: string;
  readonly #folders: readonly string[];
  readonly #writer = `${process.pid}-${randomBytes(6).toString("hex")}.outcomes`;

  /** @param folders one, or several to read from; what is computed goes to the first */
  constructor(folders: string | readonly [string, ...string[]]) {
    this.#folders = typeof folders === "string" ? [folders] : folders;
    this.folder = this.#folders[0] as string;
  }

  /**
   * Everything that is there of one address.
   *
   * @param key from `outcomeKey`
   * @param strategy the name under which the outcomes are wanted
   * @throws JourneybenchError `failed` when two results of one replication differ
   */
  read(key: string, strategy: string): Found {
    const texts = new Map<number, { readonly data: string; readonly file: string }>();
    const damaged: Damage[] = [];
    for (const file of this.#filesOf(key)) {
      for (const [at, line] of readFileSync(file, "utf8").split("\n").entries()) {
        const read = readLine(line, key);
        if (read.kind === "damaged") damaged.push({ file, line: at + 1, replication: read.replication });
        if (read.kind !== "outcome") continue;
        const other = texts.get(read.replication);
        if (other !== undefined && !isSame(other.data, read.data)) throw differs(key, read.replication, strategy, [other.file, file]);
        texts.set(read.replication, { data: read.data, file });
      }
    }
    const outcomes = [...texts]
      .toSorted(([a], [b]) => a - b)
      .map(([replication, { data }]) => [replication, outcomeOf(data, strategy)] as const);
    return { outcomes: new Map(outcomes), damaged };
  }

  #filesOf(key: string): string[] {
    const places = this.#folders.map((folder) => join(folder, key)).filter((place) => existsSync(place));
    return places.flatMap((place) =>
      readdirSync(place)
        .filter((name) => FILE.test(name))
        .toSorted()
        .map((name) => join(place, name)),
    );
  }

  /**
   * Takes damaged lines out of their files, so that they are told of once; whole files are replaced, never half written. A file whose lines are
   * good by now has a writer that was seen in the middle of one, and is left alone.
   */
  mend(damaged: readonly Damage[]): void {
    for (const file of new Set(damaged.map((one) => one.file))) {
      const bytes = readFileSync(file);
      const lines = bytes.toString("utf8").split("\n");
      const kinds = lines.map((line) => readLine(line, basename(dirname(file))).kind);
      if (!kinds.includes("damaged")) continue;
      const good = lines.filter((_, at) => kinds[at] === "outcome");
      const fresh = `${file}.mending-${process.pid}`;
      try {
        writeFileSync(fresh, good.map((line) => `${line}\n`).join(""));
        if (statSync(file).size === bytes.length) renameSync(fresh, file);
      } catch {
        // Whoever may not write here is told of the damage again, and that is all.
      } finally {
        rmSync(fresh, { force: true });
      }
    }
  }

  /**
   * Keeps an outcome under its address.
   *
   * @throws JourneybenchError `failed` when it cannot be written
   */
  append(key: string, outcome: Outcome): void {
    const place = join(this.folder, key);
    const line = `${writtenLine(outcome, key)}\n`;
    writing(this.folder, () => {
      makeFolder(place);
      appendFileSync(join(place, this.#writer), line);
    });
  }
}

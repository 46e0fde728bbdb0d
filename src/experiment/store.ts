/** The store of an unfinished run: one line per replication, appended as it ends, so that an interrupted run can go on. */

import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { deflateSync, inflateSync } from "node:zlib";
import { createHash } from "node:crypto";
import { JourneybenchError } from "../errors.ts";
import type { Outcome } from "../sim/index.ts";
import { OUTCOMES, unfinishedFolder } from "./run-folder.ts";
import type { Design } from "./task.ts";

/** What makes two runs the same study; more replications only extend it. */
export function studyKey({ scenario, sha256, strategies, executor }: Omit<Design, "replications">, version: string): string {
  return createHash("sha256")
    .update(JSON.stringify({ sha256, seed: scenario.seed, strategies, executor, version }))
    .digest("hex");
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** A folder beside the run's folder, there while the run is not finished. */
export class OutcomeStore {
  readonly folder: string;
  readonly #file: string;
  readonly #key: string;

  constructor(runFolder: string, key: string) {
    this.folder = unfinishedFolder(runFolder);
    this.#file = join(this.folder, OUTCOMES);
    this.#key = key;
  }

  /** Begins anew; what an earlier unfinished run left is dropped. */
  begin(): void {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify({ format: "journeybench/outcomes", version: 1, key: this.#key })}\n`);
  }

  /**
   * What an earlier run left, by replication; empty if there is nothing. A line that was cut off or damaged is left out and
   * will be computed again.
   *
   * @throws JourneybenchError if what is there belongs to another scenario, seed, set of strategies or version
   */
  resume(): Map<number, Outcome[]> {
    const found = new Map<number, Outcome[]>();
    if (!existsSync(this.#file)) {
      this.begin();
      return found;
    }
    const [head = "", ...lines] = readFileSync(this.#file, "utf8").split("\n");
    if (keyOf(head) !== this.#key) {
      throw new JourneybenchError(
        "bad-input",
        `${this.folder} holds an unfinished run of another scenario, seed, set of strategies or version.`,
        {
          hint: "Leave out --resume to begin anew (the unfinished run is dropped), or choose another --out.",
        },
      );
    }
    for (const line of lines) {
      const outcomes = parseLine(line);
      if (outcomes?.[0] !== undefined) found.set(outcomes[0].replication, outcomes);
    }
    return found;
  }

  /** Keeps the outcomes of one replication. */
  append(outcomes: readonly Outcome[]): void {
    const data = deflateSync(serialize(outcomes)).toString("base64");
    appendFileSync(this.#file, `${digest(data)} ${data}\n`);
  }

  /** The run is finished: its results are elsewhere. */
  drop(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function keyOf(head: string): unknown {
  try {
    const value: unknown = JSON.parse(head);
    return typeof value === "object" && value !== null && "key" in value ? value.key : undefined;
  } catch {
    return undefined;
  }
}

function parseLine(line: string): Outcome[] | undefined {
  const [sum, data] = line.split(" ");
  if (sum === undefined || data === undefined || digest(data) !== sum) return undefined;
  // Written by `append`; the checksum vouches for it.
  return deserialize(inflateSync(Buffer.from(data, "base64"))) as Outcome[];
}

/**
 * One pipeline for all studies: points (scenarios) × strategies × replications become tasks, in the order replication 0 of all points, then
 * replication 1, …, so that a stopped study is balanced. What the result store holds is not computed again.
 */

import { createHash } from "node:crypto";
import type { Outcome } from "../../sim/index.ts";
import type { Executor } from "../executors/executor.ts";
import { engineFingerprint } from "../store/fingerprint.ts";
import { type Making, outcomeKey } from "../store/outcome-key.ts";
import type { Damage, OutcomeStore } from "../store/outcome-store.ts";
import type { Task } from "../task.ts";
import { isInShard, type Shard } from "./shard.ts";

/** A scenario of a study and the strategies that are lived in it. */
export interface StudyPoint extends Making {
  readonly strategies: readonly string[];
}

/** How far a study is. */
export interface Progress {
  /** Replications done (of all points together), of those wanted. */
  readonly done: number;
  readonly total: number;
  /** Estimated seconds to the end; undefined until the first replication has ended. */
  readonly secondsLeft: number | undefined;
}

export interface StudyOptions<T> {
  /** What is kept in memory of an outcome (the store keeps it whole): studies of many points need little of each. */
  readonly keep: (outcome: Outcome, point: number) => T;
  /** Asked for when there is something to run. */
  readonly executor: () => Executor;
  /** Left out: nothing is kept. */
  readonly store?: OutcomeStore | undefined;
  /** Only these tasks are run. */
  readonly shard?: Shard | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Called with lines of the store that cannot be believed; what they held is computed again. */
  readonly onDamage?: ((damaged: readonly Damage[]) => void) | undefined;
}

/** What is kept, by strategy and replication. */
type Lived<T> = Map<string, Map<number, T>>;

interface PointState<T> {
  readonly row: number;
  readonly point: StudyPoint;
  readonly lived: Lived<T>;
  /** Replications that the store held and nobody has asked for yet, by strategy. */
  readonly unasked: ReadonlyMap<string, Set<number>>;
  /** Address of each strategy's outcomes. */
  readonly keys: ReadonlyMap<string, string>;
  /** By which workers know the plan again. */
  readonly planKey: string;
}

/** A task with what is missing of it. */
interface Missing<T> {
  readonly state: PointState<T>;
  readonly task: Task;
}

export class Study<T = Outcome> {
  readonly #points: readonly PointState<T>[];
  readonly #options: StudyOptions<T>;
  #executor: Executor | undefined;
  #isRead = false;
  /** Replications of a strategy that were asked for and there already, and that were computed. */
  kept = 0;
  computed = 0;
  /** Events that were computed, and seconds spent on them. */
  events = 0;
  seconds = 0;

  constructor(points: readonly StudyPoint[], options: StudyOptions<T>) {
    this.#options = options;
    this.#points = points.map((point, row) => {
      const keys = new Map(point.strategies.map((name) => [name, outcomeKey(point, name, engineFingerprint())]));
      const planKey = createHash("sha256")
        .update(JSON.stringify([...keys]))
        .digest("hex");
      const lived = new Map(point.strategies.map((name) => [name, new Map<number, T>()]));
      return { row, point, keys, planKey, lived, unasked: new Map(point.strategies.map((name) => [name, new Set<number>()])) };
    });
  }

  /** What was kept of a point's strategy so far, by replication in ascending order. */
  lived(point: number, strategy: string): ReadonlyMap<number, T> {
    const found = (this.#points[point] as PointState<T>).lived.get(strategy);
    if (found === undefined) throw new Error(`strategy "${strategy}" is no part of point ${point}`);
    return new Map([...found].toSorted(([a], [b]) => a - b));
  }

  /** What was kept of a point's strategy for the first `count` replications. */
  first(point: number, strategy: string, count: number): T[] {
    return [...this.lived(point, strategy)].filter(([replication]) => replication < count).map(([, kept]) => kept);
  }

  /**
   * Lives every replication in the list, or finds it in the store.
   *
   * @param among only these strategies; left out: all of each point
   * @throws JourneybenchError `failed`, `interrupted`; what is done is kept
   */
  async live(replications: readonly number[], among?: ReadonlySet<string>): Promise<void> {
    this.#read();
    this.#countKept(replications, among);
    const all = this.#missing(replications, among);
    const total = replications.length * this.#points.length;
    const step = this.#meter(total, all.length);
    if (all.length === 0) return;
    const states = new Map(all.map(({ task, state }) => [task, state]));
    const started = performance.now();
    try {
      this.#executor ??= this.#options.executor();
      await this.#executor.run([...states.keys()], (outcomes, task) => {
        for (const outcome of outcomes) this.#keep(states.get(task) as PointState<T>, outcome);
        this.events += outcomes.reduce((sum, outcome) => sum + outcome.events, outcomes[0]?.historyEvents ?? 0);
        step();
      });
    } finally {
      this.seconds += (performance.now() - started) / 1000;
    }
  }

  /** Replications that are neither lived nor in the store, by strategy of the first point. */
  missing(replications: readonly number[]): Map<string, number[]> {
    this.#read();
    this.#countKept(replications);
    const [first] = this.#points;
    const without = [...(first?.lived ?? [])].map(
      ([strategy, lived]) => [strategy, replications.filter((one) => !lived.has(one))] as const,
    );
    return new Map(without.filter(([, absent]) => absent.length > 0));
  }

  /** How many ran tasks; undefined when none were run. */
  get workers(): number | undefined {
    return this.#executor?.workers;
  }

  async close(): Promise<void> {
    await this.#executor?.close();
  }

  #keep({ lived, keys, row }: PointState<T>, outcome: Outcome): void {
    this.#options.store?.append(keys.get(outcome.strategy) as string, outcome);
    lived.get(outcome.strategy)?.set(outcome.replication, this.#options.keep(outcome, row));
    this.computed++;
  }

  /** Takes what the store holds, once. */
  #read(): void {
    const { store, onDamage, keep } = this.#options;
    if (store === undefined || this.#isRead) return;
    this.#isRead = true;
    const damaged: Damage[] = [];
    const told = new Set<string>();
    for (const { lived, unasked, keys, row } of this.#points) {
      for (const [strategy, key] of keys) {
        const found = store.read(key, strategy);
        if (!told.has(key)) damaged.push(...found.damaged);
        told.add(key);
        for (const [replication, outcome] of found.outcomes) {
          lived.get(strategy)?.set(replication, keep(outcome, row));
          unasked.get(strategy)?.add(replication);
        }
      }
    }
    if (damaged.length === 0) return;
    onDamage?.(damaged);
    store.mend(damaged);
  }

  /** A stage may ask for what an earlier one did not need. */
  #countKept(replications: readonly number[], among?: ReadonlySet<string>): void {
    for (const { unasked } of this.#points) {
      for (const [strategy, held] of unasked) {
        if (among?.has(strategy) === false) continue;
        for (const replication of replications) if (held.delete(replication)) this.kept++;
      }
    }
  }

  /** The tasks that are left, replication by replication; of a shard only its own. */
  #missing(replications: readonly number[], among?: ReadonlySet<string>): Missing<T>[] {
    const { shard } = this.#options;
    return replications.flatMap((replication) =>
      this.#points.flatMap((state, row): Missing<T>[] => {
        if (shard !== undefined && !isInShard(shard, replication * this.#points.length + row)) return [];
        const { point, lived, planKey } = state;
        const strategies = point.strategies.filter((name) => among?.has(name) !== false && lived.get(name)?.has(replication) !== true);
        return strategies.length === 0 ? [] : [{ state, task: taskOf(point, strategies, replication, planKey) }];
      }),
    );
  }

  /** Counts replications and tells how long the rest will take. */
  #meter(total: number, missing: number): () => void {
    const { onProgress } = this.#options;
    const started = performance.now();
    const kept = total - missing;
    let done = kept;
    const tell = () => {
      const fresh = done - kept;
      const seconds = (performance.now() - started) / 1000;
      onProgress?.({ done, total, secondsLeft: fresh === 0 ? undefined : (seconds / fresh) * (total - done) });
    };
    tell();
    return () => {
      done++;
      tell();
    };
  }
}

function taskOf(point: StudyPoint, strategies: readonly string[], replication: number, planKey: string): Task {
  const { scenario, executor, journey, policies, course, luck } = point;
  return { scenario, sha256: planKey, strategies, replication, executor, journey, policies, course, luck };
}

/**
 * The true value of touches, by living the same time after adoption again without them. Customers, luck and everything else stay the
 * same, because draws are addressed by customer, need and visit.
 *
 * A touch that is left out does not happen: no visit is counted, nothing is learnt, seen or bought there, the channel is not remembered. The
 * customer goes on to the next visit if that is the customer's luck, at the time at which it would have been planned: how many visits the
 * customer is ready to make for a need is a trait of the need and does not depend on what they bring.
 */

import { at, profitCents, sumLedger } from "../../kpi/index.ts";
import { resolveStrategy } from "../../strategies/index.ts";
import type { Plan } from "../plan.ts";
import { purpose } from "../purposes.ts";
import { type Onlooker, type Outcome, replicate, type Replication } from "../replicate.ts";
import type { World } from "../world.ts";
import { bookedWords } from "./booked-words.ts";
import { type Chosen, type LeftOut, TouchBook } from "./touch-book.ts";
import type { Takings, TouchRecord } from "./touch-record.ts";

/** One life after adoption. */
interface Lane {
  readonly strategy: string;
  readonly leaves: { readonly kind: "nothing" | "single" } | { readonly kind: "channel"; readonly channel: number };
}

/** In worlds in which customers share something, one in so many loses a touch, so that the others hardly notice. */
const ONE_IN = 4;

/** Lives after adoption of one strategy: as it is, without each channel that it offers and that can be visited, with single touches left out. */
function lanesOf({ scenario, market }: Plan, strategy: string): Lane[] {
  const offered = resolveStrategy(scenario, strategy).channels;
  const channels = market.channels.flatMap(({ name, informs, sells }, channel) =>
    (informs || sells) && offered.includes(name) ? [channel] : [],
  );
  return [
    { strategy, leaves: { kind: "nothing" } },
    ...channels.map((channel): Lane => ({ strategy, leaves: { kind: "channel", channel } })),
    { strategy, leaves: { kind: "single" } },
  ];
}

/** What every customer did in the life as it is: the measure for the life with single touches left out. */
interface AsItIs {
  readonly paths: TouchRecord["paths"];
  readonly planned: Uint32Array;
  readonly chosen: Chosen;
  readonly chosenCents: Float64Array;
}

interface Single {
  readonly sampled: number[];
  readonly lost: number[];
}

/** Keeps the book while lanes are lived one after the other. */
class Bookkeeper implements Onlooker {
  readonly watched: ReadonlySet<number> = new Set();
  /** By lane. */
  readonly asItIs: (AsItIs | undefined)[] = [];
  readonly singles: (Single | undefined)[] = [];
  readonly #lanes: readonly Lane[];
  #lane = 0;
  #world: World | undefined;
  #book: TouchBook | undefined;

  constructor(lanes: readonly Lane[]) {
    this.#lanes = lanes;
  }

  get #life(): { readonly world: World; readonly book: TouchBook } {
    if (this.#world === undefined || this.#book === undefined) throw new Error("nobody lives yet");
    return { world: this.#world, book: this.#book };
  }

  planned(plan: Plan): Plan {
    return { ...plan, journey: { ...plan.journey, words: bookedWords(plan.journey.words, () => this.#life.book) } };
  }

  enters(world: World): World {
    const { customers, channels } = world.plan.market;
    this.#world = world;
    this.#book = world.state.register("touches", new TouchBook(world.core.draws, customers, channels.length));
    return world;
  }

  adopts(): void {
    const { book } = this.#life;
    book.begin(this.#leftOut());
  }

  #leftOut(): LeftOut {
    const { leaves } = this.#lanes[this.#lane] as Lane;
    if (leaves.kind === "channel") return leaves;
    return leaves.kind === "nothing" ? { kind: "nothing" } : { kind: "single", chosen: this.#sample(this.#latest()) };
  }

  /** The life as it is under the same strategy: always lived before. */
  #latest(): AsItIs {
    const found = this.asItIs.findLast((one) => one !== undefined);
    if (found === undefined) throw new Error("single touches are left out of a life that was not lived as it is");
    return found;
  }

  /**
   * Touches that a customer at least stands for. Those with fewer take part as often as they have touches, so that every touch of theirs
   * stands for as many (sampling in proportion to size).
   */
  #leastWeight(planned: Uint32Array): number {
    const { stock, service, awareness } = this.#life.world.plan.scenario;
    const touching = planned.reduce((count, touches) => count + (touches > 0 ? 1 : 0), 0);
    const mean = planned.reduce((sum, touches) => sum + touches, 0) / Math.max(1, touching);
    const isAlone = stock === undefined && service === undefined && awareness === undefined;
    return Math.ceil(mean * (isAlone ? 1 : ONE_IN));
  }

  /** The chosen touches of those who take part. */
  #sample({ planned, chosen }: AsItIs): Chosen {
    const { draws } = this.#life.world.core;
    const least = this.#leastWeight(planned);
    const takesPart = (id: number) => draws.uniform(purpose.touchSampled, id, 0) * least < (planned[id] as number);
    return { touch: chosen.touch.map((touch, id) => (takesPart(id) ? touch : 0)), need: chosen.need };
  }

  ends(): void {
    const { leaves } = this.#lanes[this.#lane] as Lane;
    const { book } = this.#life;
    if (leaves.kind === "nothing") {
      this.asItIs[this.#lane] = {
        paths: book.tree.paths(),
        planned: book.planned.slice(),
        chosen: book.chosen(),
        chosenCents: book.chosenCents.slice(),
      };
    }
    if (leaves.kind === "single") this.singles[this.#lane] = this.#compare(this.#latest());
    this.#lane++;
  }

  /** A customer who lost one of n touches stands for all n, and for those who did not take part (Horvitz & Thompson 1952). */
  #compare({ planned, chosenCents }: AsItIs): Single {
    const { world, book } = this.#life;
    const least = this.#leastWeight(planned);
    const sampled = world.plan.market.channels.map(() => 0);
    const lost = world.plan.market.channels.map(() => 0);
    for (const [id, mark] of book.singleChannel.entries()) {
      if (mark === 0) continue;
      sampled[mark - 1] = (sampled[mark - 1] as number) + 1;
      const loss = (chosenCents[id] as number) - (book.chosenCents[id] as number);
      lost[mark - 1] = (lost[mark - 1] as number) + loss * Math.max(least, planned[id] as number);
    }
    return { sampled, lost };
  }
}

function sumsOf({ calendar, market }: Plan, { ledger }: Outcome, channel?: number): Float64Array {
  const shape = { months: calendar.ends.length, segments: market.segments.length, channels: market.channels.length };
  const scope = { fromMonth: calendar.adoptionMonth, toMonth: calendar.ends.length };
  return sumLedger(shape, ledger, channel === undefined ? scope : { ...scope, channel });
}

function takingsOf(plan: Plan, outcome: Outcome): Takings {
  const sums = sumsOf(plan, outcome);
  return { revenue: sums[at.revenue] as number, profit: profitCents(sums) };
}

interface Lived {
  readonly lane: Lane;
  readonly row: number;
  readonly outcome: Outcome;
}

function recordOf(plan: Plan, lived: readonly Lived[], { asItIs, singles }: Bookkeeper, base: Lived): TouchRecord {
  const ofChannel = (channel: number) => lived.find(({ lane }) => lane.leaves.kind === "channel" && lane.leaves.channel === channel);
  const single = lived.map(({ row }) => singles[row]).find((one) => one !== undefined);
  return {
    paths: asItIs[base.row]?.paths ?? [],
    touches: plan.market.channels.map((_, channel) => sumsOf(plan, base.outcome, channel)[at.visits] as number),
    asIs: takingsOf(plan, base.outcome),
    without: plan.market.channels.map((_, channel) => {
      const found = ofChannel(channel);
      return found === undefined ? undefined : takingsOf(plan, found.outcome);
    }),
    sampled: single?.sampled ?? [],
    lostSingly: single?.lost ?? [],
  };
}

/**
 * Runs one replication under each strategy, and again without touches; the outcomes are those of the lives as they are, the same as
 * without a study, and hold the record of the touches.
 *
 * @throws ReplicationError if an invariant breaks or the model fails
 */
export function replicateWithTouches(task: Replication): Outcome[] {
  const lanes = task.strategies.flatMap((strategy) => lanesOf(task.plan, strategy));
  const keeper = new Bookkeeper(lanes);
  const outcomes = replicate({ ...task, strategies: lanes.map(({ strategy }) => strategy) }, keeper);
  const lived = lanes.map((lane, row): Lived => ({ lane, row, outcome: outcomes[row] as Outcome }));
  return lived
    .filter(({ lane }) => lane.leaves.kind === "nothing")
    .map((base) => {
      const same = lived.filter(({ lane }) => lane.strategy === base.lane.strategy);
      return { ...base.outcome, touches: recordOf(task.plan, same, keeper, base) };
    });
}

/** What an attribution study keeps of every customer: the path of the need under way, and which touch does not happen. */

import type { Draws, Snapshotable } from "../kernel/index.ts";
import { purpose } from "../purposes.ts";
import { PathTree, ROOT } from "./path-tree.ts";

/** One touch of every customer: which one after adoption, from 1 (0 = none), and of which need. */
export interface Chosen {
  readonly touch: Uint32Array;
  readonly need: Uint32Array;
}

/** Which touches do not happen after adoption: none, all of a channel, or the chosen one of each customer. */
export type LeftOut =
  | { readonly kind: "nothing" }
  | { readonly kind: "channel"; readonly channel: number }
  | { readonly kind: "single"; readonly chosen: Chosen };

interface BookState {
  readonly tree: ReturnType<PathTree["snapshot"]>;
  readonly node: Int32Array;
  readonly skipping: Uint8Array;
  readonly planned: Uint32Array;
}

const SKIPS = 1;
const HAS_SKIPPED = 2;

/**
 * While nothing is left out, one touch of each customer is chosen, each as likely as the others: the j-th replaces the one before it with
 * probability 1 / j.
 */
export class TouchBook implements Snapshotable<BookState> {
  readonly tree: PathTree;
  /** Touches planned since adoption, by customer. */
  readonly planned: Uint32Array;
  /** Where single touches are left out: 1 + row of the channel of the customer's one; 0 = has not come. */
  readonly singleChannel: Uint8Array;
  /** Cents of the need that the chosen touch belongs to. */
  readonly chosenCents: Float64Array;
  readonly #draws: Draws;
  readonly #chosen: Chosen;
  /** Node of the path so far. */
  readonly #node: Int32Array;
  /** From the planning of a touch that does not happen to the next planning SKIPS, to the end of the need HAS_SKIPPED. */
  readonly #skipping: Uint8Array;
  #leftOut: LeftOut = { kind: "nothing" };

  constructor(draws: Draws, customers: number, channels: number) {
    this.#draws = draws;
    this.tree = new PathTree(channels);
    this.#chosen = { touch: new Uint32Array(customers), need: new Uint32Array(customers) };
    this.chosenCents = new Float64Array(customers);
    this.planned = new Uint32Array(customers);
    this.singleChannel = new Uint8Array(customers);
    this.#node = new Int32Array(customers);
    this.#skipping = new Uint8Array(customers);
  }

  /** Adoption: counts begin anew, and some touches do not happen from now on. */
  begin(leftOut: LeftOut): void {
    this.#leftOut = leftOut;
    this.tree.forget();
    this.planned.fill(0);
    this.singleChannel.fill(0);
    this.chosenCents.fill(0);
    this.#chosen.touch.set(leftOut.kind === "single" ? leftOut.chosen.touch : this.#chosen.touch.fill(0));
    this.#chosen.need.set(leftOut.kind === "single" ? leftOut.chosen.need : this.#chosen.need.fill(0));
  }

  /** The touch chosen of every customer. */
  chosen(): Chosen {
    return { touch: this.#chosen.touch.slice(), need: this.#chosen.need.slice() };
  }

  /** A touch is planned. */
  plan(id: number, channel: number, need: number): void {
    const touch = (this.planned[id] as number) + 1;
    this.planned[id] = touch;
    if (this.#leftOut.kind === "nothing") this.#choose(id, touch, need);
    const isLeftOut = channel >= 0 && this.#isLeftOut(id, channel, touch);
    this.#skipping[id] = isLeftOut ? SKIPS | HAS_SKIPPED : (this.#skipping[id] as number) & HAS_SKIPPED;
  }

  #choose(id: number, touch: number, need: number): void {
    if (this.#draws.uniform(purpose.touchLeftOut, id, touch) * touch >= 1) return;
    this.#chosen.touch[id] = touch;
    this.#chosen.need[id] = need;
    this.chosenCents[id] = 0;
  }

  #isLeftOut(id: number, channel: number, touch: number): boolean {
    const left = this.#leftOut;
    if (left.kind === "channel") return channel === left.channel;
    if (left.kind === "nothing" || left.chosen.touch[id] !== touch) return false;
    this.singleChannel[id] = channel + 1;
    return true;
  }

  /** Whether the touch planned last does not happen. */
  skips(id: number): boolean {
    return ((this.#skipping[id] as number) & SKIPS) !== 0;
  }

  /** Whether touches of the need under way were left out and none has happened yet. */
  isFirstAfterSkips(id: number): boolean {
    return this.#node[id] === ROOT && (this.#skipping[id] as number) !== 0;
  }

  happen(id: number, channel: number): void {
    this.#node[id] = this.tree.step(this.#node[id] as number, channel);
  }

  buy(id: number, cents: number, need: number): void {
    if (this.#chosen.touch[id] !== 0 && this.#chosen.need[id] === need) this.chosenCents[id] = (this.chosenCents[id] as number) + cents;
    this.tree.buy(this.#node[id] as number, cents);
    this.#end(id);
  }

  leave(id: number): void {
    this.tree.leave(this.#node[id] as number);
    this.#end(id);
  }

  #end(id: number): void {
    this.#node[id] = ROOT;
    this.#skipping[id] = 0;
  }

  snapshot(): BookState {
    return { tree: this.tree.snapshot(), node: this.#node.slice(), skipping: this.#skipping.slice(), planned: this.planned.slice() };
  }

  restore({ tree, node, skipping, planned }: BookState): void {
    this.tree.restore(tree);
    this.#node.set(node);
    this.#skipping.set(skipping);
    this.planned.set(planned);
  }
}

/** The view where channels may fail: nobody can take what waits in one that is down, calls that the company makes included. */

import { NONE } from "../../strategies/index.ts";
import { ServiceView, type ViewParts } from "./view.ts";

/** A view of its own, so that services without outages of channels do not ask. */
export class OutageView extends ServiceView {
  readonly #topics: number;
  readonly #channelDown: Uint8Array;

  constructor(parts: ViewParts, channelDown: Uint8Array) {
    super(parts);
    this.#topics = parts.plan.topics.length;
    this.#channelDown = channelDown;
  }

  #isDown(type: number): boolean {
    return this.#channelDown[Math.floor(type / this.#topics)] === 1;
  }

  override first(type: number): number {
    return this.#isDown(type) ? NONE : super.first(type);
  }

  override waiting(type: number): number {
    return this.#isDown(type) ? 0 : super.waiting(type);
  }

  override speed(group: number, type: number): number {
    return this.#isDown(type) ? 0 : super.speed(group, type);
  }
}

/** Makes the view that a plan needs; `channelDown` by channel, 1 while it is down. */
export function createView(parts: ViewParts, channelDown: Uint8Array): ServiceView {
  return parts.plan.disruptions.some(({ channel }) => channel !== NONE) ? new OutageView(parts, channelDown) : new ServiceView(parts);
}

/** What the machine's own functions are called with. */

import type { EventObject } from "xstate";

/**
 * What XState passes to functions, as far as it means something in virtual time. Functions may keep it, and what it holds: like a context of
 * XState's it stays as it was when a later `assign` makes another one.
 */
export class Arguments {
  readonly context: Readonly<Record<string, unknown>>;
  readonly event: EventObject;
  readonly #machine: string;

  constructor(context: Readonly<Record<string, unknown>>, event: EventObject, machine: string) {
    this.context = context;
    this.event = event;
    this.#machine = machine;
  }

  get self(): never {
    return this.refuse("self");
  }

  get system(): never {
    return this.refuse("system");
  }

  get spawn(): never {
    return this.refuse("spawn");
  }

  private refuse(name: string): never {
    throw new Error(`Journey "${this.#machine}": a function asks for \`${name}\`, which does not exist in virtual time`);
  }
}

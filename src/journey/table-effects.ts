/** What steps do beside calling words and touching timers: assign, raise, emit, log, cancel by a computed id. */

import type { EventObject } from "xstate";
import type { Commands } from "./commands.ts";
import type { EffectOp } from "./compile/program.ts";
import type { CompiledJourney } from "./compile/tables.ts";
import type { JourneyHost } from "./executor.ts";
import type { OwnScope } from "./own-scope.ts";
import type { EventQueue } from "./queue.ts";

interface Parts {
  readonly compiled: CompiledJourney;
  readonly scope: OwnScope;
  readonly host: JourneyHost;
  readonly commands: Commands;
  readonly queue: EventQueue;
  /** Runs what XState puts off while it creates an actor. */
  readonly run: (effect: () => void) => void;
}

/** Performs the effects of one executor. */
export class TableEffects {
  private readonly parts: Parts;
  private readonly columns: ReadonlyMap<string, number>;

  constructor(parts: Parts) {
    this.parts = parts;
    const { eventCodes, innerEvents, timerSlots } = parts.compiled;
    const types = Object.keys(eventCodes);
    this.columns = new Map([
      ...types.map((type, code) => [type, code] as const),
      ...innerEvents.map((type, index) => [type, types.length + timerSlots + index] as const),
    ]);
  }

  /** Takes and returns the row's word. */
  perform(id: number, effect: number, word: number): number {
    const { scope, commands, host } = this.parts;
    const op = this.parts.compiled.effects[effect] as EffectOp;
    const params = scope.tell(id, op.params, undefined);
    switch (op.kind) {
      case "assign":
        scope.assign(id, op.assignment, params);
        return word;
      case "raise":
        this.raise(scope.tell(id, op.event, params));
        return word;
      case "emit":
        commands.emit(scope.tell(id, op.event, params));
        return word;
      case "log":
        if (host.log !== undefined) this.log(id, op.label, scope.tell(id, op.value, params));
        return word;
      default:
        return this.cancelById(scope.tell<unknown>(id, { tell: op.id }, params), word);
    }
  }

  private log(id: number, label: string | undefined, value: unknown): void {
    this.parts.run(() => this.parts.host.log?.(id, label, value));
  }

  private raise(event: EventObject): void {
    const column = this.columns.get(event.type);
    if (column === undefined) {
      const { machine } = this.parts.compiled;
      throw new Error(`Journey "${machine}" raises an event "${event.type}" that none of its states names; compile it with this event`);
    }
    this.parts.queue.push(column, event);
  }

  private cancelById(sendId: unknown, from: number): number {
    const { compiled, commands } = this.parts;
    if (typeof sendId !== "string") return from;
    if (sendId.startsWith("xstate.after.")) {
      throw new Error(`Journey "${compiled.machine}" cancels "${sendId}", which belongs to an \`after\`; leave the state instead`);
    }
    let word = from;
    for (const slot of compiled.slotsById.get(sendId) ?? []) {
      const bit = 1 << (slot + compiled.codeBits);
      if ((word & bit) === 0) continue;
      word &= ~bit;
      commands.cancel(slot);
    }
    return word;
  }
}

/** The lines of a channel: contacts that it has at a time, from self-service to the end of handling. */

import type { SnapshotGroup } from "../kernel/index.ts";
import type { ServicePlan } from "./plan/index.ts";
import type { Service } from "./service.ts";

/** Contacts that occupy a line, by channel: nobody yet. */
export function linesOf({ channels }: Pick<ServicePlan, "channels">, state: SnapshotGroup): Uint32Array {
  const onLine = new Uint32Array(channels.length);
  state.register("lines", { snapshot: () => onLine.slice(), restore: (saved) => onLine.set(saved as Uint32Array) });
  return onLine;
}

/** The contact occupies a line of its channel until `leaveLine`. */
export function takeLine(service: Service, contact: number): void {
  const { heldLine, channel: channels } = service.contacts.columns;
  if (heldLine[contact] === 1) return;
  const channel = channels[contact] as number;
  heldLine[contact] = 1;
  service.onLine[channel] = (service.onLine[channel] as number) + 1;
}

/** The contact gives its line back, if it has one. */
export function leaveLine(service: Service, contact: number): void {
  const { heldLine, channel: channels } = service.contacts.columns;
  if (heldLine[contact] === 0) return;
  const channel = channels[contact] as number;
  heldLine[contact] = 0;
  service.onLine[channel] = (service.onLine[channel] as number) - 1;
}

/** The lines of a channel: contacts that it has at a time, from self-service to the end of handling. */

import type { Service } from "./service.ts";

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

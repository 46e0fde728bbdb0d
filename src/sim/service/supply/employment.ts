/** Whether a group works at all under the strategy in force. */

import type { Crew } from "./crew.ts";

/** A group works if at least one channel of its own desk is offered. */
export function isEmployed({ plan, offered }: Crew, group: number): boolean {
  return plan.groups[group]?.home.some((own, channel) => own === 1 && offered[channel] === 1) === true;
}

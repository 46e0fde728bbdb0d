/** What a routing policy is: which agent takes an arriving contact, which contact a freed agent takes. */

/** Read-only view of agents and queues. Agents, contacts and channels are rows; `NONE` means nobody. */
export interface RoutingView {
  readonly channelCount: number;
  /** The first agent from this row on who is at work and free, or NONE. */
  nextIdle(from: number): number;
  /** Whether the agent is at work and free. */
  isIdle(agent: number): boolean;
  /** Since when the agent is idle, seconds. */
  idleSince(agent: number): number;
  /** Whether the channel belongs to the agent's own desk. */
  isHome(agent: number, channel: number): boolean;
  /** Speed in that channel; 0 = the agent cannot serve it. */
  speed(agent: number, channel: number): number;
  /** First contact waiting in the channel's queue, or NONE. */
  first(channel: number): number;
  channelOf(contact: number): number;
  /** When the contact is due in the queue: its arrival, or its deadline where the strategy makes promises; seconds. */
  dueAt(this: void, contact: number): number;
  /** Whether somebody waits live for it. */
  waitsLive(contact: number): boolean;
  /** Whether contacts are served by deadline. */
  readonly byDeadline: boolean;
  /** The agent who served the case last, or NONE. */
  lastAgent(contact: number): number;
}

export const NONE = -1;

/** A policy sees a view and answers with a row. It keeps nothing between calls. */
export interface RoutingPolicy {
  readonly name: string;
  /** The agent who takes an arriving contact, or NONE to let it queue. */
  selectAgent(view: RoutingView, contact: number): number;
  /** The waiting contact that a freed agent takes, or NONE to stay idle. */
  selectContact(view: RoutingView, agent: number): number;
}

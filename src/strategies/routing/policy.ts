/** What a routing policy is: which agent takes an arriving contact, which contact a freed agent takes, when to ask again. */

/** Nobody, nothing, no row. */
export const NONE = -1;

/**
 * Read-only view of queues, agents and skills. Contacts, agents, groups, channels and topics are rows. A *type* of contact is a channel
 * and a topic; every type has a queue of its own, in which contacts stand in the order of {@link RoutingPolicy.rank}. No method
 * allocates; arrays are the engine's own and must not be written to. Times are seconds.
 */
export interface RoutingView {
  readonly now: number;
  readonly groupCount: number;
  readonly typeCount: number;

  // A contact.
  typeOf(contact: number): number;
  channelOf(contact: number): number;
  topicOf(contact: number): number;
  /** When the contact joined its queue; who was interrupted keeps the first time. */
  waitingSince(contact: number): number;
  /** When an answer was promised. */
  deadlineOf(contact: number): number;
  /** Priority class, 1 first; a class that ages falls by one for every ageing interval waited, and may fall below 1. */
  priorityOf(contact: number): number;
  /** What the customer has been worth so far, money; 0 for callers from outside. */
  valueOf(contact: number): number;
  /** Whether somebody waits live for the answer. */
  waitsLive(contact: number): boolean;
  /** The agent who served the case last, or NONE. */
  lastAgentOf(contact: number): number;
  /** Whether contacts are due by deadline under the strategy in force (it makes promises). */
  readonly byDeadline: boolean;

  // Queues.
  /** Contacts waiting of a type. */
  waiting(type: number): number;
  /** First waiting contact of a type, or NONE. */
  first(type: number): number;
  /** The contact behind another in its queue, or NONE. */
  behind(contact: number): number;

  // Skills.
  /** Types that a group can serve, ascending. */
  typesOf(group: number): Int32Array;
  /** Groups that can serve a type, ascending. */
  groupsFor(type: number): Int32Array;
  canServe(group: number, type: number): boolean;
  /** Whether the type's channel belongs to the group's own desk. */
  isHome(group: number, type: number): boolean;
  /** Handling is that many times as fast as in the plan; 0 = no skill. */
  speed(group: number, type: number): number;
  /** 1 = the group is a first choice for the type; higher tiers help out. */
  tier(group: number, type: number): number;
  /** How long a contact of the type waits before this group may take it. */
  overflowAfter(group: number, type: number): number;
  /**
   * Agents of a group who stay free for others when this contact would take one: the callback's, else as the group's skill says, else as the
   * topic. Without a group: as the topic says.
   */
  reserve(contact: number, group?: number): number;

  // Agents.
  groupOf(agent: number): number;
  /** Agents of a group who can take a contact of the type now; 0 without the skill. */
  free(group: number, type: number): number;
  /** Of these, the one with the fewest contacts in hand and, among them, idle (or unchanged) longest; or NONE. */
  freest(group: number, type: number): number;
  /** Of these, the one at a place from 0 to free − 1, in the order of `freest`; or NONE. */
  freeAt(group: number, type: number, place: number): number;
  /** Agents of a group who are at work and have no contact in hand. */
  idle(group: number): number;
  /** Agents of a group who are at work. */
  atWork(group: number): number;
  /** Whether the agent can take the contact now: at work, the skill, room beside what is in hand. */
  canTake(agent: number, contact: number): boolean;
  /** Since when the number of contacts in the agent's hands is what it is. */
  idleSince(agent: number): number;
  /** Contacts in the agent's hands. */
  load(agent: number): number;
  /**
   * The agent of a group whose contact in hand may be interrupted for this one (which must preempt): of lower priority, the lowest
   * first; or NONE.
   */
  interruptible(group: number, contact: number): number;

  /** A random number in (0, 1) that belongs to the contact's next routing decision, the same under every strategy. */
  random(contact: number): number;
  /** A random number in (0, 1) that belongs to the agent's next choice of a contact: a new one after every contact that the agent has taken. */
  randomFor(agent: number): number;
}

/**
 * A routing policy sees a view and answers with a row. It keeps nothing between calls. An answer that is not possible (a busy agent, a
 * contact that does not wait) stops the run.
 */
export interface RoutingPolicy {
  /** As it is called in messages. */
  readonly name: string;
  /** Place in the queue of a type, smaller first, equal: arrival; asked once, when the contact joins. Left out: by arrival. */
  rank?(view: RoutingView, contact: number): number;
  /** The agent who takes an arriving contact, or NONE to let it wait. An agent from `interruptible` is interrupted. */
  selectAgent(view: RoutingView, contact: number): number;
  /** The waiting contact that an agent with room takes, or NONE to wait for the next. */
  selectContact(view: RoutingView, agent: number): number;
  /** Whether agents of a group would ever take contacts of a type, for the wait that is announced. Left out: those who have the skill. */
  asks?(view: RoutingView, group: number, type: number): boolean;
  /**
   * Seconds from now after which `selectAgent` is asked again for a contact that waits (a delay after which other groups may help);
   * Infinity: never. Left out: never.
   */
  askAgainAfter?(view: RoutingView, contact: number): number;
}

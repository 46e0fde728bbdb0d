/** The company's service as customers meet it; implemented by the service room. */

export interface Desk {
  /** Opens a case about a topic that is drawn there; returns its row. */
  openCase(customer: number, segment: number, caseNumber: number): number;
  /** Opens a case for a question before buying; returns its row. */
  openQuestion(customer: number, segment: number, caseNumber: number): number;
  /** Whether a case is one. */
  isQuestion(caseRow: number): boolean;
  /** Plans a message to the customer about an order that gave no problem. */
  followUpOrder(customer: number, segment: number, number: number): void;
  /** Starts a contact of the case in a channel. */
  startContact(caseRow: number, channel: number): void;
  /** Closes the case; what the company still meant to do about it is taken back. */
  closeCase(caseRow: number, resolved: boolean): void;
  /** Whether a contact about the case is under way; a call that the company still means to make is not. */
  isBusy(caseRow: number): boolean;
  /** Contacts of the case so far. */
  contacts(caseRow: number): number;
  /** How often the customer had to explain again. */
  restarts(caseRow: number): number;
  /** Seconds spent waiting live. */
  liveWait(caseRow: number): number;
  /** Channel of the last contact, or below 0. */
  lastChannel(caseRow: number): number;
  /** Channel to which the customer was sent away, or below 0. */
  sentTo(caseRow: number): number;
  /** Whether the last contact ended because the customer hung up, or left instead of waiting, or was cut off. */
  hungUp(caseRow: number): boolean;
  /** Whether the customer was turned away at the last contact. */
  turnedAway(caseRow: number): boolean;
  /** Share of the order's value that is paid back when such a case closes. */
  refund(caseRow: number): number;
}

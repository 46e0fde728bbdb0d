/** Mistakes in executable content that do not depend on data. */

/** What SCXML reports by an event, after which the rest of the block is skipped. */
export class ContentError {
  readonly event: "error.execution" | "error.communication";
  readonly sendid: string | undefined;
  /** What happens before. */
  readonly before: readonly unknown[];

  constructor(event: ContentError["event"], sendid?: string, before: readonly unknown[] = []) {
    this.event = event;
    this.sendid = sendid;
    this.before = before;
  }
}

/** What cannot be evaluated. */
export const INVALID = new ContentError("error.execution");

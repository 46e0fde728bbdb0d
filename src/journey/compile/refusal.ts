/** What the compiler says when it cannot translate a machine exactly: every reason, each with its state and a hint. */

/** One reason. */
export interface Refusal {
  /** State path such as "service.contacting", or "(root)". */
  readonly state: string;
  /** The unsupported feature, by the name that XState's documentation uses. */
  readonly feature: string;
  readonly hint: string;
}

/** Thrown by `compileJourney` with all refusals at once. */
export class JourneyCompileError extends Error {
  override readonly name = "JourneyCompileError";
  readonly refusals: readonly Refusal[];

  constructor(machine: string, refusals: readonly Refusal[]) {
    const lines = refusals.map(({ state, feature, hint }) => `  ${state}: ${feature} is not supported; ${hint}`);
    super(`Journey "${machine}" cannot be compiled:\n${lines.join("\n")}`);
    this.refusals = refusals;
  }
}

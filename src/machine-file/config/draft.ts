/** What a look at a config brings together: the states, what they point at, and what is wrong. */

import type { Finding, Path } from "../../scenario/index.ts";

/** A state of the config. */
export interface ConfigState {
  readonly key: string;
  readonly id: string;
  readonly path: Path;
  readonly parent: ConfigState | undefined;
  readonly children: Map<string, ConfigState>;
}

/** A target that a state names. */
export interface TargetUse {
  readonly from: ConfigState;
  readonly target: string;
  readonly path: Path;
  /** Targets of a history state count from its parent, even with a leading dot. */
  readonly ofHistory: boolean;
}

/** Filled while the config is walked. */
export interface Draft {
  readonly findings: Finding[];
  readonly targets: TargetUse[];
  readonly states: Map<string, ConfigState>;
}

/** Notes something wrong with a value. */
export function note(draft: Draft, path: Path, expected: string, found: string, suggestion?: string): void {
  draft.findings.push({ path, at: "value", expected, found, suggestion });
}

/** The one family of errors that people see at the border: a code, a sentence, a hint, and for files where the problem stands. */

/** bad-input: a file or value is wrong · usage: the command is · failed: a run broke · interrupted: stopped from outside. */
export type ErrorCode = "bad-input" | "usage" | "failed" | "interrupted";

/** One mistake in a file: where it stands, what was expected there and what was found. Lines and columns count from 1. */
export interface Problem {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Path of the value, e.g. `channels.web.kind`; empty for the file as a whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  /** The nearest known name, when one is near enough. */
  readonly suggestion?: string;
  /** The whole sentence: `expected …, found …. Did you mean "…"?` */
  readonly message: string;
}

const EXIT_CODES: Readonly<Record<ErrorCode, number>> = { "bad-input": 2, usage: 2, failed: 3, interrupted: 130 };

/** An error that is shown to people without a stack: what went wrong, what to do, and each problem of a file. */
export class JourneybenchError extends Error {
  readonly code: ErrorCode;
  readonly hint?: string;
  readonly problems: readonly Problem[];

  constructor(
    code: ErrorCode,
    message: string,
    more: { readonly hint?: string; readonly problems?: readonly Problem[]; readonly cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = "JourneybenchError";
    this.code = code;
    if (more.hint !== undefined) this.hint = more.hint;
    this.problems = more.problems ?? [];
  }
}

/** The sentence of a problem: `expected …, found …. Did you mean "…"?` */
export function problemMessage(expected: string, found: string, suggestion?: string): string {
  const sentence = `expected ${expected}, found ${found}.`;
  return suggestion === undefined ? sentence : `${sentence} Did you mean "${suggestion}"?`;
}

/** The exit code of an error: 2 bad input or usage, 130 interrupted, 3 for everything else. */
export function exitCodeOf(error: unknown): number {
  return error instanceof JourneybenchError ? EXIT_CODES[error.code] : EXIT_CODES.failed;
}

const MOST_LINES = 50;

// Control, line-separator and direction-override characters: names in a file must not steer the reader's terminal.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text of somebody else's that may be shown on a terminal: control characters are written out. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}

function problemLine(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  const start = place === "" ? "" : `${place}  `;
  const path = problem.path === "" ? "" : `${problem.path}: `;
  return printable(`${start}${path}${problem.message}`);
}

/**
 * An error as people read it: the sentence, one line per problem (`file:line:column  path: expected …, found …. Did you mean
 * "…"?`) and the hint; never a stack.
 */
export function formatError(error: unknown): string {
  if (!(error instanceof JourneybenchError)) return printable(error instanceof Error ? error.message : String(error));
  const lines = [printable(error.message), ...error.problems.slice(0, MOST_LINES).map(problemLine)];
  if (error.problems.length > MOST_LINES) lines.push(`… and ${error.problems.length - MOST_LINES} more`);
  if (error.hint !== undefined) lines.push(printable(error.hint));
  return lines.join("\n");
}

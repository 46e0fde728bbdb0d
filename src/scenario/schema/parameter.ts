/** Parameters with a default that carries its source. */

import { z } from "zod";

/** S read in the source · S2 read in a secondary page · R remembered, not verified · C computed · A assumption. */
export type TrustTag = "S" | "S2" | "R" | "C" | "A";

/** What a parameter is, and where its default comes from (evidence.md, section in brackets). */
export interface ParameterNote {
  readonly about: string;
  readonly source: string;
  readonly tag: TrustTag;
  /**
   * Least and greatest value that is plausible, written as in a scenario: from the evidence where it gives one, else an assumption of this
   * project. Left out where there is no such thing (hours, lists, maps, words).
   */
  readonly range?: readonly [string, string];
  /** For a distribution: the range is that of its mean. */
  readonly rangeOf?: "mean";
}

/** How a range is shown: `0.5 to 0.9`, `mean 5m to 20m`. */
export function rangeText({ range, rangeOf }: ParameterNote): string | undefined {
  if (range === undefined) return undefined;
  return `${rangeOf === "mean" ? "mean " : ""}${range[0]} to ${range[1]}`;
}

/** The notes of all parameters, found again by schema when the assumptions of a run are listed. */
export const parameterNotes: z.core.$ZodRegistry<ParameterNote> = z.registry<ParameterNote>();

/** Parameters that belong together; any of them, or all, may be left out. */
export function group<S extends z.ZodRawShape>(shape: S): z.ZodPrefault<z.ZodObject<S, z.core.$strict>> {
  // Every member has a default, so an empty group is complete; the type system cannot see that through the generic.
  return z.strictObject(shape).prefault({} as never);
}

/** A parameter that may be left out: `preset` is parsed like input, and `note` says where it comes from. */
export function parameter<S extends z.ZodType>(schema: S, preset: z.input<S>, note: ParameterNote): z.ZodPrefault<S> {
  const range = rangeText(note);
  const plausible = range === undefined ? "" : ` Plausible: ${range}.`;
  const described = schema
    .prefault(preset as z.core.util.NoUndefined<z.input<S>>)
    .describe(`${note.about} Source of the default: ${note.source} [${note.tag}].${plausible}`);
  parameterNotes.add(described, note);
  return described;
}

/** Streams of contacts come in exactly one way, and busy days change only those with a rate. */

import type { Finding } from "../problems/finding.ts";
import { oneOf } from "../problems/nearest.ts";
import { arrivalKinds } from "../schema/service/index.ts";
import { own, valueAt } from "../value.ts";
import { ANY, type Check, expand } from "./draft.ts";
import { exactlyOne } from "./one-of-several.ts";

const STREAMS = ["service", "arrivals", ANY] as const;
const RATED: readonly string[] = ["rate", "rates", "wave"];
const BATCHED: readonly string[] = [...RATED, "between"];

/** Each stream has one kind of arrivals. */
export const streamsHaveOneKind: Check = (draft) =>
  expand(draft, STREAMS).flatMap((path) => exactlyOne(valueAt(draft.input, path), path, arrivalKinds));

/** Streams with busy days have a rate. */
export const busyStreamsHaveRates: Check = (draft) =>
  expand(draft, [...STREAMS, "busyness"]).flatMap((path): Finding[] => {
    const stream = valueAt(draft.input, path.slice(0, -1));
    const kind = arrivalKinds.find((key) => own(stream, key) !== undefined);
    if (kind === undefined || RATED.some((key) => own(stream, key) !== undefined)) return [];
    return [{ path, at: "key", expected: `busyness only with ${oneOf(RATED)} (it multiplies a rate)`, found: `it with ${kind}` }];
  });

/** Only arrivals of streams with a rate, or with times between them, may bring several contacts together. */
export const batchesHaveArrivals: Check = (draft) =>
  expand(draft, [...STREAMS, "batch"]).flatMap((path): Finding[] => {
    const stream = valueAt(draft.input, path.slice(0, -1));
    const kind = arrivalKinds.find((key) => own(stream, key) !== undefined);
    if (kind === undefined || BATCHED.some((key) => own(stream, key) !== undefined)) return [];
    return [{ path, at: "key", expected: `batch only with ${oneOf(BATCHED)}`, found: `it with ${kind}` }];
  });

/** Recorded counts are written out, or were read from their file. */
export const countsAreThere: Check = (draft) =>
  expand(draft, [...STREAMS, "counts"]).flatMap((path): Finding[] => {
    const counts = valueAt(draft.input, path);
    const found = exactlyOne(counts, path, ["values", "file"]);
    if (found.length > 0) return found;
    const [file, column] = [own(counts, "file"), own(counts, "column")];
    if (column !== undefined && file === undefined)
      return [{ path: [...path, "column"], at: "key", expected: "a file that has the column", found: "none" }];
    if (file === undefined) return [];
    const expected = "values (a file is read only when the scenario itself is loaded from a file)";
    return [{ path: [...path, "file"], at: "key", expected, found: "a file" }];
  });

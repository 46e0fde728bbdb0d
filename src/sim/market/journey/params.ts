/** Params of words as the engine reads them: parsed and looked up once per call that a machine writes, not once per step. */

import type { z } from "zod";
import type { WordFunction, WordParameters } from "../../../journey/index.ts";
import type { Market } from "../market.ts";

/**
 * A word with params.
 *
 * @param ready - turns parsed params into what `run` needs: rows instead of names, quantile functions instead of distributions
 */
export function word<S extends z.ZodType, T, R>(
  schema: S,
  ready: (params: z.output<S>) => T,
  run: (market: Market, id: number, params: T) => R,
): WordFunction<Market, R> {
  // The machine's own params objects are the keys: both executors hand over what the machine holds.
  const known = new WeakMap<object, T>();
  const none = {};
  const prepare = (written: object): T => {
    const made = ready(schema.parse(written));
    known.set(written, made);
    return made;
  };
  return (market, id, params: WordParameters) => run(market, id, known.get(params ?? none) ?? prepare(params ?? none));
}

/** Values by weight, as they are written: `[{ value: 1, weight: 3 }, { value: 2, weight: 1 }]`. */

import { z } from "zod";
import { nonNegative } from "./units.ts";

/** At least one value, and not all weights zero. */
export function weighted<Value extends z.ZodType<number>>(value: Value) {
  return z
    .array(z.strictObject({ value, weight: nonNegative }))
    .min(1, { error: "at least one { value, weight }" })
    .refine((items) => items.some((item) => item.weight > 0), { error: "at least one weight above zero" });
}

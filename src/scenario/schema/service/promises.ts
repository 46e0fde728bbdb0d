/** Promised times to an answer. */

import { z } from "zod";
import { name } from "../market.ts";
import { group, parameter } from "../parameter.ts";
import { promise } from "../units.ts";

export const promises = group({
  answers: parameter(z.record(name, promise), {}, {
    about: 'Promised time to an answer by channel, by the clock ("4h") or in working hours ("4 working hours"); left out: 6 working hours in deferred channels, 2m in live ones.',
    source: "evidence 1.1 FT-3: e-mail within 6 working hours (target, not finding)",
    tag: "S2",
  }),
  missedCall: parameter(promise, "1h", {
    about: 'Promised time to return a missed call, by the clock ("1h") or in working hours ("1 working hour").',
    source: "evidence 1.1 FT-3: call back within 1 hour (target, not finding)",
    tag: "S2",
    range: ["0.2h", "24h"],
  }),
});

/** Property tests draw the same cases on every machine; other cases by `PROPERTY_SEED=7 npm test`. */

import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 20_261_122) });

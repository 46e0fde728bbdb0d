/** Says which lines of the result store cannot be believed; it never passes in silence. */

import type { Damage } from "../experiment/index.ts";

export function tellDamage(damaged: readonly Damage[]): void {
  for (const { file, line, replication } of damaged) {
    const what = replication === undefined ? "what it held" : `replication ${replication}`;
    process.stderr.write(`${file}, line ${line} is damaged: ${what} is computed again.\n`);
  }
}

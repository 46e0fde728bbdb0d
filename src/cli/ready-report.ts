/** Loads what a report is drawn with while threads are at work and this one waits for them. */

import type { Progress } from "../experiment/index.ts";

async function loadReport(): Promise<void> {
  const { loadVega } = await import("../report/index.ts");
  await loadVega();
}

/** Tells progress on, and begins to load when the first replication has ended. */
export function readyReport(tell: (progress: Progress) => void): (progress: Progress) => void {
  let isLoading = false;
  return (progress) => {
    tell(progress);
    if (isLoading || progress.secondsLeft === undefined) return;
    isLoading = true;
    // Who draws loads it again and then hears what is wrong.
    loadReport().catch(() => {});
  };
}

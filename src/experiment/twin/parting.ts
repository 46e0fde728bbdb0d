/** Where the lives of twins part. */

import type { TwinStep } from "../../kpi/index.ts";

/** A step as far as it is told: which of several agents of a group answered makes no other life. */
function told(step: TwinStep | undefined): string {
  return JSON.stringify(step === undefined || step.contact === null ? step : { ...step, contact: { ...step.contact, agent: null } });
}

/** Time of the first step that is not the same in all lives, seconds; null where they are the same to the end. */
export function partingOf(lives: readonly (readonly TwinStep[])[]): number | null {
  const length = Math.max(0, ...lives.map((steps) => steps.length));
  for (let row = 0; row < length; row++) {
    const steps = lives.map((life) => life[row]);
    if (new Set(steps.map(told)).size > 1) return Math.min(...steps.map((step) => step?.time ?? Number.POSITIVE_INFINITY));
  }
  return null;
}

/** Who can serve what: the plan's groups by type, as arrays that routing reads. */

import type { ServicePlan } from "./plan/index.ts";

/** Groups with the skill, ascending, by type. */
export function groupsByType({ types, groups }: ServicePlan): readonly Int32Array[] {
  return types.map((_, type) => Int32Array.from(groups.flatMap(({ speed }, group) => ((speed[type] as number) > 0 ? [group] : []))));
}

// Erlang's loss formula: M/M/c/c, and M/G/c/c for any distribution of handling times.
import { requireNonNegative, requireWhole } from "./demand.ts";

/**
 * The share of contacts that find all agents taken and are lost, nobody waiting.
 *
 * B(0) = 1, B(c) = a·B(c − 1) / (c + a·B(c − 1)): no term can overflow, and each step shrinks the error of the last, for any number of agents.
 * Depends on handling times through their mean only (Sevastyanov 1957).
 *
 * Source: Erlang 1917; the recursion as in ITU-T E.520.
 * @param agents whole number, 0 or more
 * @param load offered load in Erlang: arrival rate × mean handling time
 * @throws RangeError when an argument is out of range.
 */
export function erlangB(agents: number, load: number): number {
  requireWhole(agents, 0, "agents");
  requireNonNegative(load, "load");
  let blocked = 1;
  for (let c = 1; c <= agents; c++) blocked = (load * blocked) / (c + load * blocked);
  return blocked;
}

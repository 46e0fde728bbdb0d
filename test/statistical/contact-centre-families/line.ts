/** Chains of one line: so many in the centre. */

import { chainOf, type Chain } from "../../support/markov/chain.ts";
import { longRun } from "../../support/markov/stationary.ts";

export interface Line {
  /** Arrivals per time with n in the centre. */
  readonly arrivals: (n: number) => number;
  readonly service: number;
  /** Rate at which one who waits gives up; 0: nobody does. */
  readonly leaving?: number;
  readonly agents: number;
  /** Most in the centre; where there is no limit, so many that more never matter. */
  readonly most: number;
}

export function lineOf({ arrivals, service, leaving = 0, agents, most }: Line): Chain {
  return chainOf([0], ([n = 0]) => [
    ...(n < most ? [{ to: [n + 1], rate: arrivals(n) }] : []),
    ...(n > 0 ? [{ to: [n - 1], rate: Math.min(n, agents) * service + Math.max(0, n - agents) * leaving }] : []),
  ]);
}

/** Long-run figures: arrivals, joining, waiting, abandoning per time. */
export function lineFigures(line: Line) {
  const { arrivals, agents, most, leaving = 0 } = line;
  const mean = longRun(lineOf(line));
  const queue = mean(([n = 0]) => Math.max(0, n - agents));
  const offered = mean(([n = 0]) => arrivals(n));
  const blocked = mean(([n = 0]) => (n === most ? arrivals(n) : 0));
  const delayed = mean(([n = 0]) => (n >= agents && n < most ? arrivals(n) : 0));
  return {
    queue,
    busy: mean(([n = 0]) => Math.min(n, agents)),
    offered,
    blocking: blocked / offered,
    /** Of those who joined. */
    wait: queue / (offered - blocked),
    delay: delayed / (offered - blocked),
    abandoning: (leaving * queue) / offered,
  };
}

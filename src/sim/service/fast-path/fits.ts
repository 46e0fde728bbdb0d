/** Which contacts can take the fast path, under the strategy in force. */

import { arrivalProcess, isReachable } from "../demand/index.ts";
import type { Service } from "../service.ts";

/**
 * Whether contacts of a type have nothing before them but the queue, an agent, and the end: none of what makes the other states of the
 * contact's journey can happen to them.
 */
export function isPlainType({ plan, freelyEntered, core }: Service, row: number): boolean {
  const type = plan.types[row];
  if (type === undefined || freelyEntered[type.channel] !== 1 || type.transfers.length > 0) return false;
  const { plannedFollowUp, channelHandoff } = core.strategy.capabilities;
  const isSettledHere = plan.topics[type.topic]?.settledIn[type.channel] === 1;
  if (!isSettledHere || plannedFollowUp || channelHandoff) return false;
  return plan.channels[type.channel]?.silent === undefined && !plan.types.some(({ preempts }) => preempts);
}

/** Whether contacts of a stream come one by one, from people who are nobody's customers. */
export function isPlainStream({ demand }: Service, stream: number): boolean {
  const process = demand.process[stream];
  const isOfSource = process === arrivalProcess.callers || process === arrivalProcess.backlog;
  return !isOfSource && demand.isWave[stream] === 0 && demand.isBatched[stream] === 0;
}

/** Whether what is planned of such a stream is an arrival, and gets through. */
export function isPlainArrival(service: Service, stream: number): boolean {
  const { demand, channelDown } = service;
  return demand.streams.columns.waits[stream] === 0 && channelDown[demand.channel[stream] as number] === 0 && isReachable(service, stream);
}

/** Counts the steps of customers who live an author's journey, around whichever executor runs it. */

import { AHEAD_SHARED, type JourneyExecutor, type TableExecutor } from "../../../journey/index.ts";
import type { Market } from "../market.ts";
import { afterContact } from "./cases.ts";
import { ownOf } from "./generic-words.ts";

/** The executor, with a step counted before every timer and message, and cases closed that waited for the end of a contact. */
export function countingSteps(executor: JourneyExecutor, market: Market): JourneyExecutor {
  const own = ownOf(market);
  const stateOf = (id: number) => executor.stateOf(id);
  const { CONTACT_RESOLVED, CONTACT_FAILED } = market.codes;
  return {
    timerSlots: executor.timerSlots,
    eventCodes: executor.eventCodes,
    start: (id) => executor.start(id),
    send(id, code, event) {
      own.step(id, stateOf);
      if (code === CONTACT_RESOLVED || code === CONTACT_FAILED) afterContact(market, id);
      executor.send(id, code, event);
    },
    timer(id, slot) {
      own.step(id, stateOf);
      executor.timer(id, slot);
    },
    isDone: (id) => executor.isDone(id),
    forget: (id) => executor.forget(id),
    stateOf,
    contextOf: (id) => executor.contextOf(id),
  };
}

/** The same for tables whose customers run ahead: a step that is put off, because it begins with something shared, is counted later. */
export function countingStepsAhead(executor: TableExecutor, market: Market): TableExecutor {
  const own = ownOf(market);
  const stateOf = (id: number) => executor.stateOf(id);
  return {
    ...countingSteps(executor, market),
    timerAhead(id, slot) {
      own.step(id, stateOf);
      const end = executor.timerAhead(id, slot);
      if (end === AHEAD_SHARED) own.unstep(id);
      return end;
    },
    resume: (id) => executor.resume(id),
  };
}

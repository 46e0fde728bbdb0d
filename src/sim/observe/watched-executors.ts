/** Executors that run journeys as they did and let a recorder look before and after every step. */

import type { JourneyExecutor } from "../../journey/index.ts";
import type { Service } from "../service/index.ts";
import type { StepRecorder } from "./step-recorder.ts";

/** The type of each event code. */
function eventNames({ eventCodes }: JourneyExecutor): ReadonlyMap<number, string> {
  return new Map(Object.entries(eventCodes).map(([type, code]) => [code, type]));
}

function around(executor: JourneyExecutor, steps: Partial<JourneyExecutor>): JourneyExecutor {
  return {
    timerSlots: executor.timerSlots,
    eventCodes: executor.eventCodes,
    start: (id) => executor.start(id),
    send: (id, code, event) => executor.send(id, code, event),
    timer: (id, slot) => executor.timer(id, slot),
    isDone: (id) => executor.isDone(id),
    forget: (id) => executor.forget(id),
    stateOf: (id) => executor.stateOf(id),
    contextOf: (id) => executor.contextOf(id),
    ...steps,
  };
}

/** Records the steps of the customers who are watched. */
export function recordingCustomers(executor: JourneyExecutor, recorder: StepRecorder): JourneyExecutor {
  const names = eventNames(executor);
  const stateOf = (id: number): string => executor.stateOf(id);
  const recorded = (id: number, event: string, step: () => void): void => {
    if (!recorder.isWatching(id)) return step();
    recorder.beginStep(id, event, stateOf(id));
    step();
    recorder.endCustomerStep(id, stateOf(id));
  };
  return around(executor, {
    start: (id) => recorded(id, "start", () => executor.start(id)),
    send: (id, code, event) => recorded(id, names.get(code) ?? "", () => executor.send(id, code, event)),
    timer: (id, slot) => recorded(id, "timer", () => executor.timer(id, slot)),
  });
}

/** Records the steps of the contacts of the customers who are watched. */
export function recordingContacts(executor: JourneyExecutor, recorder: StepRecorder): JourneyExecutor {
  const names = eventNames(executor);
  const recorded = (contact: number, event: string, step: () => void): void => {
    const customer = recorder.customerOf(contact);
    if (!recorder.isWatching(customer)) return step();
    recorder.beginStep(customer, event, executor.stateOf(contact));
    const before = recorder.contactBefore(contact);
    step();
    recorder.endContactStep(contact, executor.stateOf(contact), before);
  };
  return around(executor, {
    send: (contact, code, event) => recorded(contact, names.get(code) ?? "", () => executor.send(contact, code, event)),
    timer: (contact, slot) => recorded(contact, "timer", () => executor.timer(contact, slot)),
  });
}

/** Counts the contacts of every modelled customer as their cases count them: those begun, calls that reached them, transfers. */
export function countingContacts(executor: JourneyExecutor, { cases, contacts }: Service, counted: Uint32Array): JourneyExecutor {
  const customerOf = (contact: number): number => {
    const row = contacts.columns.caseRow[contact] as number;
    return row < 0 ? -1 : (cases.columns.customer[row] as number);
  };
  const counting = (contact: number, before: number, step: () => void): void => {
    const customer = customerOf(contact);
    step();
    if (customer < 0) return;
    const more = (contacts.columns.number[contact] as number) - before;
    if (more > 0) counted[customer] = (counted[customer] as number) + 1;
  };
  const numberOf = (contact: number): number => contacts.columns.number[contact] as number;
  return around(executor, {
    // A contact that the customer begins is counted for its case before its journey begins.
    start: (contact) => counting(contact, 0, () => executor.start(contact)),
    send: (contact, code, event) => counting(contact, numberOf(contact), () => executor.send(contact, code, event)),
    timer: (contact, slot) => counting(contact, numberOf(contact), () => executor.timer(contact, slot)),
  });
}

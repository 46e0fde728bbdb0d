/** The door of the common ground below market and service. */

export { actorKind, BEGIN, Core, eventKind, logistic, logit, milliseconds, type Names } from "./core.ts";
export { slotOf, TIMER, timerHost, timerSub } from "./timers.ts";

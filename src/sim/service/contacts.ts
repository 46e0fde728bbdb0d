/** The contact's vocabulary: which function stands for which word. */

import type { contactVocabulary, Implementation } from "../../journey/index.ts";
import {
  belongsElsewhere,
  cutOff,
  endResolved,
  endUnresolved,
  forgetContact,
  giveUpWondering,
  leaveHold,
  leaveQueue,
  leaveSilently,
  moveToOtherChannel,
  withdrawFromQueue,
} from "./ending.ts";
import {
  balk,
  balks,
  endContained,
  findsNoLine,
  findsQueueFull,
  isSelfServed,
  leavesSilently,
  meetsSelfService,
  patience,
  patienceOnHold,
  prefersCallback,
  queuesAtOnce,
  promiseCallback,
  selfServiceTime,
  turnAway,
} from "./entering.ts";
import { beginHandling, endHandling, isResolved, joinQueue, reachCustomer, resumeHandling, waitAgain, wonder } from "./handling.ts";
import { takeLine } from "./lines.ts";
import type { Service } from "./service.ts";
import { isTransferred, transfer } from "./transfers.ts";

export const contactImplementation: Implementation<Service, typeof contactVocabulary> = {
  actions: {
    takeLine,
    endContained,
    turnAway,
    balk,
    promiseCallback,
    joinQueue,
    leaveSilently,
    wonder,
    giveUpWondering,
    reachCustomer,
    beginHandling,
    waitAgain,
    resumeHandling,
    endHandling,
    transfer,
    endResolved,
    endUnresolved,
    moveToOtherChannel,
    leaveQueue,
    leaveHold,
    cutOff,
    forgetContact,
    withdrawFromQueue,
  },
  guards: {
    queuesAtOnce,
    findsNoLine,
    meetsSelfService,
    isSelfServed,
    findsQueueFull,
    balks,
    prefersCallback,
    leavesSilently,
    isTransferred,
    belongsElsewhere,
    isResolved,
  },
  delays: { selfServiceTime, patience, patienceOnHold },
};

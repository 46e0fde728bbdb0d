/** All checks beyond the schema: names that must be defined, parts that need each other, limits. */

import type { Finding } from "../problems/finding.ts";
import { batchesHaveArrivals, busyStreamsHaveRates, countsAreThere, streamsHaveOneKind } from "./arrivals.ts";
import { channelsAreDefined } from "./channel-names.ts";
import {
  customersAreServed,
  customersCanBuy,
  oneLocationEach,
  servingChannelsAreStaffed,
  servingChannelsServe,
  stockedChannelsSell,
} from "./channel-roles.ts";
import { disruptionsStrikeOne } from "./disruptions.ts";
import { type Check, draftOf } from "./draft.ts";
import { contractsStandAlone } from "./contracts.ts";
import { streamsLetTimePass } from "./endless.ts";
import { expectationsCanBeJudged } from "./expectations.ts";
import { monthsAreNotMinutes, notTooLong, notTooManyCustomers } from "./limits.ts";
import { listsNameOnce } from "./lists.ts";
import { nothingIsEmpty, partsAreComplete, serviceHasContacts, somethingHappens } from "./parts.ts";
import { onlyWaitersAreKept } from "./queues.ts";
import { contactsAreServed } from "./served-types.ts";
import { busynessIsDefined, groupsAreDefined, sitesAreDefined, topicsAreDefined } from "./service-names.ts";
import { groupsAreStaffedOnce, groupsWork, shiftsAreNotTooMany, speedsFitContacts } from "./staffing.ts";
import { baselineExists, extendedExist, noCircles, programmeIsDescribed } from "./strategies.ts";
import { promisesCanBeJudged } from "./stress.ts";
import { someTopicComesUp } from "./topics.ts";
import { notMoreThanAllLeave, transfersEnd, transfersGoSomewhere } from "./transfers.ts";
import { warmUpCanBeFound } from "./warm-up.ts";

const CHECKS: readonly Check[] = [
  somethingHappens,
  partsAreComplete,
  contractsStandAlone,
  serviceHasContacts,
  nothingIsEmpty,
  channelsAreDefined,
  listsNameOnce,
  servingChannelsServe,
  servingChannelsAreStaffed,
  groupsAreStaffedOnce,
  groupsWork,
  shiftsAreNotTooMany,
  speedsFitContacts,
  onlyWaitersAreKept,
  streamsHaveOneKind,
  busyStreamsHaveRates,
  batchesHaveArrivals,
  countsAreThere,
  streamsLetTimePass,
  contactsAreServed,
  transfersGoSomewhere,
  notMoreThanAllLeave,
  transfersEnd,
  disruptionsStrikeOne,
  stockedChannelsSell,
  oneLocationEach,
  customersCanBuy,
  customersAreServed,
  topicsAreDefined,
  groupsAreDefined,
  sitesAreDefined,
  busynessIsDefined,
  someTopicComesUp,
  extendedExist,
  noCircles,
  baselineExists,
  programmeIsDescribed,
  expectationsCanBeJudged,
  promisesCanBeJudged,
  notTooManyCustomers,
  notTooLong,
  monthsAreNotMinutes,
  warmUpCanBeFound,
];

/** Runs all checks on an input, valid or not; `knownKpis` are the KPI ids that expectations may name. */
export function referenceFindings(input: unknown, knownKpis?: readonly string[]): Finding[] {
  const draft = draftOf(input, knownKpis);
  return CHECKS.flatMap((check) => check(draft));
}

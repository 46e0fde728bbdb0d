/** All checks beyond the schema: names that must be defined, parts that need each other, limits. */

import type { Finding } from "../problems/finding.ts";
import { channelsAreDefined, listsNameOnce } from "./channel-names.ts";
import {
  customersAreServed,
  customersCanBuy,
  groupsWork,
  oneLocationEach,
  servingChannelsAreStaffed,
  servingChannelsServe,
  stockedChannelsSell,
} from "./channel-roles.ts";
import { type Check, draftOf } from "./draft.ts";
import { expectationsCanBeJudged } from "./expectations.ts";
import { notTooLong, notTooManyCustomers } from "./limits.ts";
import { nothingIsEmpty, partsAreComplete, serviceHasContacts, somethingHappens } from "./parts.ts";
import { baselineExists, extendedExist, noCircles } from "./strategies.ts";
import { someTopicComesUp, topicsAreDefined } from "./topics.ts";

const CHECKS: readonly Check[] = [
  somethingHappens,
  partsAreComplete,
  serviceHasContacts,
  nothingIsEmpty,
  channelsAreDefined,
  listsNameOnce,
  servingChannelsServe,
  servingChannelsAreStaffed,
  groupsWork,
  stockedChannelsSell,
  oneLocationEach,
  customersCanBuy,
  customersAreServed,
  topicsAreDefined,
  someTopicComesUp,
  extendedExist,
  noCircles,
  baselineExists,
  expectationsCanBeJudged,
  notTooManyCustomers,
  notTooLong,
];

/** Runs all checks on an input, valid or not; `knownKpis` are the KPI ids that expectations may name. */
export function referenceFindings(input: unknown, knownKpis?: readonly string[]): Finding[] {
  const draft = draftOf(input, knownKpis);
  return CHECKS.flatMap((check) => check(draft));
}

/**
 * Addresses of the random draws: one number per purpose, never reused, never renumbered. The comment gives entity and index.
 *
 * "visit" = need × VISITS_PER_NEED + visit within the need; "contact" = case × CONTACTS_PER_CASE + contact within the case;
 * "step" = timers and messages delivered to the customer so far, kept for journeys that authors bring; in these, draws by need belong to
 * the step unless the journey begins needs, and those of `reflect` always do;
 * `caller` = the customer's row, or OUTSIDE + stream for contacts from outside the modelled customers.
 */
export const purpose = {
  needRate: 0, // customer, 0
  dropoutTrait: 1, // customer, 0
  spendTrait: 2, // customer, 0
  alreadyCustomer: 3, // customer, 0
  awarenessThreshold: 4, // customer, 0
  entryTime: 5, // customer, 0
  timeToNextNeed: 6, // customer, need
  article: 7, // customer, need
  timeToVisit: 8, // customer, visit
  visitChannel: 9, // customer, visit
  visitDuration: 10, // customer, visit
  wantsArticle: 11, // customer, visit
  goesOn: 12, // customer, visit
  substitute: 13, // customer, visit
  looksAgain: 14, // customer, visit
  checkoutTime: 15, // customer, visit
  deviceSwitch: 16, // customer, visit
  givesUpBasket: 17, // customer, visit
  abandonsBasket: 18, // customer, visit
  basketValue: 19, // customer, need
  wantsCollection: 20, // customer, need
  fulfilmentTime: 21, // customer, need
  problem: 22, // customer, need
  timeToProblem: 23, // customer, need
  topic: 24, // caller, case
  dropout: 25, // customer, need
  npsAnswers: 26, // customer, need
  npsNoise: 27, // customer, need
  serviceChannel: 28, // customer, contact
  patience: 29, // caller, contact
  handlingTime: 30, // caller, contact
  resolution: 31, // caller, contact
  recorded: 32, // caller, contact
  recall: 33, // caller, contact
  rebuilding: 34, // caller, contact
  wrapUp: 35, // caller, contact
  givesUpCase: 36, // caller, contact
  timeToRecontact: 37, // caller, contact
  csatAnswers: 38, // customer, case
  csatTopBox: 39, // customer, case
  interArrival: 40, // OUTSIDE + stream, arrival
  replenishment: 41, // location × articles + article, order
  documentation: 42, // caller, contact
  handover: 43, // caller, contact
  journeyChance: 44, // customer, step × NAMES_PER_STEP + name of the chance
  journeyChancePerCount: 45, // customer, value of the counter × NAMES_PER_STEP + name of the chance
  journeyDelay: 46, // customer, step × NAMES_PER_STEP + name of the delay
  journeyAmount: 47, // customer, step × NAMES_PER_STEP + amount
  busyness: 48, // row of busyness, day
  absence: 49, // agent, day
  callerUntil: 50, // OUTSIDE + stream, time × callers + caller
  surgeSpread: 51, // OUTSIDE + stream, contact × surges of the stream + surge; from the top: rounding of a surge
  arrivalInInterval: 52, // OUTSIDE + stream, contact of the stream
  thinning: 53, // OUTSIDE + stream, candidate of a wave, or recorded interval
  absentees: 54, // group, day
  selfServiceTime: 55, // caller, contact
  selfServiceSettles: 56, // caller, contact
  balks: 57, // caller, contact
  acceptsCallback: 58, // caller, contact
  leavesSilently: 59, // caller, contact
  silenceNoticed: 60, // caller, contact
  transfer: 61, // caller, contact
  introduction: 62, // caller, contact
  routing: 63, // caller, contact; decisions about one contact are turned by the golden ratio
  buysElsewhere: 64, // customer, need
  scansArticle: 65, // customer, visit
  comparesElsewhere: 66, // customer, visit
  recognised: 67, // customer, visit
  takesDelivery: 68, // customer, visit
  batchSize: 69, // OUTSIDE + stream, first contact of the batch
  agentChoice: 70, // agent, contacts taken so far
  pastTenure: 120, // customer, try
  pastSurvives: 121, // customer, try
  newcomerTime: 122, // customer, 0
  afterOpening: 80, // caller, contact
  problemAfterOpening: 81, // customer, need
  comesBack: 82, // caller, contact
  timeToReturn: 83, // caller, contact
  followedUp: 84, // caller, contact
  timeToFollowUp: 85, // caller, contact
  followUpWork: 86, // caller, contact (follow-ups are numbered from MOST_CONTACTS_PER_CASE / 2)
  tellsFollowUp: 87, // caller, contact (so here)
  followUpResponse: 88, // customer, need
  hasQuestion: 89, // customer, visit
  orderFollowedUp: 90, // customer, need
  timeToFailure: 128, // channel, failure
  repairTime: 129, // channel, failure
  outageReaction: 130, // customer, visit
  outageElsewhere: 131, // customer, visit
  campaignClicks: 132, // campaign, month
  campaignImpressions: 133, // campaign, month
  awarenessCause: 134, // customer, 0
  effortNoise: 135, // customer, case
  waitsForArticle: 96, // customer, visit
  patienceForArticle: 97, // customer, visit
  shrinkageGap: 99, // location × articles + article, candidate
  shrinkageHits: 100, // location × articles + article, candidate
  returnsOrder: 101, // customer, need
  timeToReturnOrder: 102, // customer, need
  timeToShelf: 103, // customer, need
  unitsOfOrder: 104, // customer, need
  attaches: 105, // customer, need
  attachValue: 106, // customer, need
  headsForShop: 107, // customer, visit
  touchLeftOut: 136, // customer, touch after adoption
  touchSampled: 137, // customer, 0
  renewal: 112, // customer, period
  contractPhase: 113, // customer, 0
  joinsProgramme: 152, // customer, 0
  patienceOnHold: 192, // caller, contact; the next INTERRUPTIONS_WITH_DRAWS - 1 purposes are those of further interruptions
} as const;

/** Visits of one need that have draws of their own; a need ends with the last of them at the latest. */
export const VISITS_PER_NEED = 32;
/** Interruptions of one contact after which patience is drawn by purposes of its own; then they come round again. */
export const INTERRUPTIONS_WITH_DRAWS = 64;
/** The pages of purposes by which contacts of one case beyond the first {@link CONTACTS_PER_CASE} have draws of their own. */
const PURPOSES = 1024;
/** Contacts of one case that the service can tell apart; nobody is passed on, or tries again, beyond them. */
export const MOST_CONTACTS_PER_CASE = 32_768;

/** The purpose of a draw for a contact: its own for the first contacts of a case, then a page further for every `CONTACTS_PER_CASE` contacts. */
export function contactPurpose(what: number, contact: number): number {
  return what + PURPOSES * (contact >>> 5);
}

/** The index of a draw for a contact: the contact within the case, within its page. */
export function contactIndex(caseNumber: number, contact: number): number {
  return caseNumber * CONTACTS_PER_CASE + (contact & 31);
}

/** Contacts of one case with draws under the purpose itself; a modelled customer gives up with the last of them at the latest. */
export const CONTACTS_PER_CASE = 32;
/** Entity of the first stream of outside arrivals; customers are fewer. */
export const OUTSIDE = 0x8000_0000;

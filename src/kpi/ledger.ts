/** The ledger: exact integer counters, written while a replication runs, by month × segment × channel. */

/** What is counted. Money is in minor units (cents), durations in milliseconds; both are whole numbers, so sums are exact. */
export const counterNames = [
  // awareness
  "becameAware",
  // consideration: a need is a journey
  "needs",
  "needsMet",
  "needsUnmet",
  "needsMetElsewhere",
  "elsewhereSpend",
  "elsewhereAfterShopVisit",
  "visits",
  "visitMs",
  // decision
  "demandEvents",
  "notCarried",
  "priceIrritations",
  "scans",
  "stockOuts",
  "salesLost",
  "baskets",
  "basketsBought",
  "basketsAbandoned",
  "basketsLostOnDevice",
  "orders",
  "onlineOrders",
  "shopOrders",
  "shopOrdersResearchedOnline",
  "onlineOrdersAfterShopVisit",
  "collectedOrders",
  "ordersOverChannels",
  "ordersFromElsewhere",
  "newCustomers",
  "ordersDue",
  "ordersOnTime",
  // service: contacts
  "contactsOffered",
  "contactsAnswered",
  "contactsAbandoned",
  "contactsAnsweredWithin",
  "contactsWaited",
  "liveAnswered",
  "liveAnsweredWaitMs",
  "answeredWaitMs",
  "waitMs",
  "callsMade",
  "callsWithdrawn",
  "contactsHandled",
  "handlingMs",
  "wrapUpMs",
  "contactsMoved",
  "contactsSentAway",
  "contactsHandedOver",
  "recontacts",
  "handOffs",
  "handOffsRepeated",
  "rebuildingMs",
  "promisesDue",
  "promisesKept",
  "staffedMs",
  "busyMs",
  "contactsBlocked",
  "contactsBalked",
  "contactsDisconnected",
  "contactsContained",
  "abandonedSilently",
  "callbacksAccepted",
  "redials",
  "transfers",
  "interruptions",
  "abandonedOnHold",
  // service: cases, counted when they close
  "casesOpened",
  "casesClosed",
  "casesResolved",
  "casesResolvedOneContact",
  "casesResolvedOneChannelContact",
  "caseContacts",
  "caseChannels",
  "casesSwitched",
  // perception
  "csatAnswers",
  "csatTopBox",
  "npsAnswers",
  "npsPromoters",
  "npsDetractors",
  // loyalty
  "dropouts",
  "renewalsDue",
  "renewalsKept",
  "baseCustomers",
  "baseRetained",
  "baseValue",
  "adoptionBase",
  "adoptionValue",
  "cohortCustomers",
  "cohortRepeated",
  "baseStill",
  "activeCustomers",
  "adoptionResidual",
  "adoptionExpected",
  // money
  "revenue",
  "refunds",
  "goodsMargin",
  "fulfilmentCost",
  "visitCost",
  "contactCost",
  "staffCost",
  "capabilityCost",
  // stock and fulfilment
  "unitsReceived",
  "unitsSold",
  "unitsReturned",
  "unitsShrunk",
  "unitsWrittenOff",
  "replenishments",
  "stockHours",
  "inventoryCost",
  "unitsOrdered",
  "backorders",
  "backordersMet",
  "backordersTakenBack",
  "backorderWaitMs",
  "collections",
  "collectionsWithExtra",
  "basketsLeftForShop",
  "shopVisitsForStock",
  "shippedValue",
  "returnedOrders",
  "returnCost",
  // visits and baskets, seen more closely
  "onlineVisits",
  "onlineVisitsEngaged",
  "visitsFailed",
  "basketsAbandonedAtCheckout",
  "needsFollowed",
  "needsMetInTime",
  "basketNeedsEnded",
  "basketNeedsMet",
  "researchedRevenue",
  "onlineRevenue",
  // advertising
  "impressions",
  "clicks",
  "acquisitionCost",
  "competitorSpend",
  "customerMonths",
  // availability
  "openMs",
  "downMs",
  // surveys: satisfaction in thousandths
  "effortAnswers",
  "effortPoints",
  "npsAsked",
  "npsAskedSatisfaction",
  "npsAnsweredSatisfaction",
  // deferred contacts open at the end of a month
  "backlogItems",
  "backlogAgeMs",
  // customers of a year by the number of channels in which they bought
  "oneChannelCustomers",
  "oneChannelOrders",
  "oneChannelSpend",
  "manyChannelCustomers",
  "manyChannelOrders",
  "manyChannelSpend",
  // answers about resolved cases, by how they went
  "csatAnswersOneContact",
  "csatTopBoxOneContact",
  "csatAnswersSeamless",
  "csatTopBoxSeamless",
  "csatAnswersStartOver",
  "csatTopBoxStartOver",
  // planned follow-ups
  "followUps",
  "followUpsTold",
  // loyalty programme: who joined, or would have, and who would not
  "memberMonths",
  "memberSpend",
  "nonMemberMonths",
  "nonMemberSpend",
  "rewardCost",
] as const;

export type CounterName = (typeof counterNames)[number];
/** Column of a counter in the ledger. */
export type Counter = number;

/** Column of each counter, so that hot code writes `at.orders` and no string is looked up. */
export const at = Object.fromEntries(counterNames.map((name, index) => [name, index])) as Readonly<Record<CounterName, number>>;

const K = counterNames.length;

/** Sizes of a ledger: months, segments and channels of the scenario. */
export interface LedgerShape {
  readonly months: number;
  readonly segments: number;
  readonly channels: number;
}

/**
 * Counters in one flat array. Segment index `segments` and channel index `channels` mean "none" (a contact from outside
 * the modelled customers; something that happens in no channel), so that every sum over all cells is the overall figure.
 */
export class Ledger {
  readonly shape: LedgerShape;
  readonly cells: Float64Array;
  /** The month being written, 0 = first of the history. */
  month = 0;
  /** Cells of a month, and of a segment of it. */
  readonly #perMonth: number;
  readonly #perSegment: number;

  constructor(shape: LedgerShape, cells?: Float64Array) {
    this.shape = shape;
    this.#perSegment = (shape.channels + 1) * K;
    this.#perMonth = (shape.segments + 1) * this.#perSegment;
    this.cells = cells ?? new Float64Array(shape.months * (shape.segments + 1) * (shape.channels + 1) * K);
  }

  /** Adds a whole number to a counter of the current month. */
  add(counter: number, segment: number, channel: number, amount: number): void {
    const cell = this.month * this.#perMonth + segment * this.#perSegment + channel * K + counter;
    this.cells[cell] = (this.cells[cell] as number) + amount;
  }

  /** Where the counters of a segment and a channel begin in the current month: what several counts in a row have in common. */
  cellOf(segment: number, channel: number): number {
    return this.cellIn(this.month, segment, channel);
  }

  /** Where the counters of a segment and a channel begin in a month. */
  cellIn(month: number, segment: number, channel: number): number {
    return month * this.#perMonth + segment * this.#perSegment + channel * K;
  }

  /** Adds a whole number to a counter at a place from {@link cellOf}. */
  addAt(cell: number, counter: number, amount: number): void {
    this.cells[cell + counter] = (this.cells[cell + counter] as number) + amount;
  }

  /** Segment and channel of a place from {@link cellOf}. */
  placeOf(cell: number): { readonly segment: number; readonly channel: number } {
    const inMonth = cell % this.#perMonth;
    return { segment: Math.floor(inMonth / this.#perSegment), channel: (inMonth % this.#perSegment) / K };
  }

  snapshot(): { month: number; cells: Float64Array } {
    return { month: this.month, cells: this.cells.slice() };
  }

  restore(saved: { month: number; cells: Float64Array }): void {
    this.month = saved.month;
    this.cells.set(saved.cells);
  }
}

/** Which cells to sum; a part left out means all of them. */
export interface LedgerScope {
  readonly fromMonth: number;
  /** Exclusive. */
  readonly toMonth: number;
  readonly segment?: number;
  readonly channel?: number;
}

/** Sums of all counters over a scope of a ledger. */
export function sumLedger(shape: LedgerShape, cells: Float64Array, scope: LedgerScope): Float64Array {
  const sums = new Float64Array(K);
  const { segments, channels } = shape;
  for (let month = scope.fromMonth; month < scope.toMonth; month++) {
    for (let segment = scope.segment ?? 0; segment <= (scope.segment ?? segments); segment++) {
      for (let channel = scope.channel ?? 0; channel <= (scope.channel ?? channels); channel++) {
        const base = ((month * (segments + 1) + segment) * (channels + 1) + channel) * K;
        for (let k = 0; k < K; k++) sums[k] = (sums[k] as number) + (cells[base + k] as number);
      }
    }
  }
  return sums;
}

/** Some months of a ledger added up: the cells of a ledger of one month. */
export function sumMonths(
  { segments, channels }: LedgerShape,
  cells: Float64Array,
  { fromMonth, toMonth }: Pick<LedgerScope, "fromMonth" | "toMonth">,
): Float64Array {
  const size = (segments + 1) * (channels + 1) * K;
  const sums = new Float64Array(size);
  for (let month = fromMonth; month < toMonth; month++) {
    const base = month * size;
    for (let cell = 0; cell < size; cell++) sums[cell] = (sums[cell] as number) + (cells[base + cell] as number);
  }
  return sums;
}

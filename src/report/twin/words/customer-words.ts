/** What a step of the bundled customer's journey says, action by action. */

import type { TwinDocument, TwinStep } from "../../../kpi/index.ts";
import { line, type Line, moneyText, type Phase, spaced, spanText } from "./line.ts";

/** A step and what its words need to know. */
interface Telling {
  readonly step: TwinStep;
  readonly currency: string;
  readonly inPerson: boolean;
  /** Whether another action of the step has this name. */
  readonly has: (action: string) => boolean;
}

type Told = readonly [phase: Phase, text: string, tone?: Line["tone"]];
type Teller = (telling: Telling) => Told;

const where = ({ step: { channel } }: Telling): string => channel ?? "the company";
const count = ({ step }: Telling, counter: string): number => step.counts[counter] ?? 0;

function span({ step }: Telling, delay: string): string | null {
  const seconds = step.waits[delay];
  return seconds === undefined || seconds === null || seconds < 1 ? null : spanText(seconds);
}

function visited(telling: Telling): Told {
  if (telling.step.channel === null) return ["consideration", ""];
  if (count(telling, "visitsFailed") > 0) return ["consideration", `finds ${where(telling)} down`, "bad"];
  const time = spanText(count(telling, "visitMs") / 1000);
  return ["consideration", telling.inPerson ? `spends ${time} in ${where(telling)}` : `looks at ${where(telling)} for ${time}`];
}

function ordered(telling: Telling): Told {
  const value = moneyText(count(telling, "revenue"), telling.currency);
  const from = count(telling, "ordersFromElsewhere") > 0 ? ", sent from another location" : "";
  const collected = count(telling, "collectedOrders") > 0 ? ", to be collected" : "";
  const goods = span(telling, "fulfilmentTime");
  const when = goods === null ? "" : `; goods due in ${goods}`;
  const at = telling.step.channel === null ? "" : ` in ${where(telling)}`;
  return ["decision", `buys for ${value}${at}${from}${collected}${when}`, "good"];
}

function received(telling: Telling): Told {
  const late = count(telling, "ordersDue") > count(telling, "ordersOnTime");
  return ["service", late ? "has the goods, later than promised" : "has the goods", late ? "bad" : "plain"];
}

function reflected(telling: Telling): Told {
  const [answer] = [
    ["npsPromoters", "; says in a survey: would recommend"],
    ["npsDetractors", "; says in a survey: would not recommend"],
    ["npsAnswers", "; answers a survey without enthusiasm"],
  ].filter(([counter]) => count(telling, counter ?? "") > 0);
  return ["loyalty", `looks back on it${answer?.[1] ?? ""}`];
}

function recommended({ step }: Telling): Told {
  const [before, after] = step.attitude;
  if (after > 0) return ["loyalty", "becomes a promoter: recommends the company", "good"];
  if (after < 0) return ["loyalty", "becomes a detractor: warns others", "bad"];
  return before > 0 ? ["loyalty", "stops recommending the company", "bad"] : ["loyalty", "no longer warns others", "good"];
}

function closed(telling: Telling, resolved: boolean): Told {
  // A question before buying.
  if (telling.step.from.startsWith("decision")) return ["decision", resolved ? "has the answer" : "", "good"];
  const refund = count(telling, "refunds");
  const money = refund === 0 ? "" : ` and gets ${moneyText(refund, telling.currency)} back`;
  return resolved
    ? ["service", `is done with the problem${money}`, "good"]
    : ["service", `gives up: the problem stays unsolved${money}`, "bad"];
}

/** What every action says; an empty text: only its figures count. */
const tellers: Readonly<Record<string, Teller>> = {
  noteAwareness: () => ["awareness", "hears of the company"],
  beginNeed: () => ["consideration", "needs something"],
  // When and where the next visit or need is, the next moment shows.
  planVisit: () => ["consideration", ""],
  beginVisit: visited,
  countDemand: () => ["decision", ""],
  meetStockOut: (telling) => ["decision", `wants to buy, but it is out of stock in ${where(telling)}`, "bad"],
  takeSubstitute: () => ["decision", "takes another article instead"],
  loseSale: () => ["decision", ""],
  fillBasket: (telling) => [
    "decision",
    telling.has("placeOrder") || telling.inPerson ? "" : `puts it into the basket in ${where(telling)}`,
  ],
  loseBasket: () => ["decision", "goes on with another device, finds the basket empty and gives up", "bad"],
  abandonBasket: (telling) => [
    "decision",
    telling.has("loseBasket") || telling.has("leaveBasketForShop") ? "" : "leaves the basket behind",
    "bad",
  ],
  missArticle: (telling) => ["decision", `wants an article that ${where(telling)} does not carry`, "bad"],
  waitForArticle: () => ["decision", "orders it all the same and waits for it"],
  takeBackOrder: () => ["decision", "has waited too long and takes the order back", "bad"],
  leaveBasketForShop: () => ["decision", "leaves the basket to buy it in person"],
  planShopVisit: (telling) => ["decision", `sees that ${where(telling)} has it and goes there`],
  askQuestion: () => ["decision", "has a question before buying"],
  missAnswer: () => ["decision", "gets no answer to the question", "bad"],
  giveUpNeed: (telling) => ["decision", count(telling, "needsMetElsewhere") > 0 ? "buys elsewhere" : "gives up without buying", "bad"],
  placeOrder: ordered,
  receiveGoods: received,
  finishPurchase: () => ["service", ""],
  openCase: () => ["service", "has a problem", "bad"],
  contactCompany: () => ["service", ""],
  closeCaseResolved: (telling) => closed(telling, true),
  closeCaseUnresolved: (telling) => closed(telling, false),
  returnOrder: (telling) => ["service", `sends it back and gets ${moneyText(count(telling, "refunds"), telling.currency)} back`, "bad"],
  followUpOrder: () => ["service", "will hear from the company about the order"],
  reflect: reflected,
  recommend: recommended,
  planNextNeed: () => ["loyalty", ""],
  leave: () => ["loyalty", "leaves for good", "bad"],
};

/** The phase of a state: "service.contacting" is in service. */
function phaseOf(state: string): Phase {
  const [phase = ""] = state.split(".");
  return phase === "awareness" || phase === "consideration" || phase === "decision" || phase === "service" ? phase : "loyalty";
}

/** What a step says before its actions, and where it has none. */
function passing(telling: Telling): Line[] {
  const { step } = telling;
  if (step.event === "start") return [line("awareness", "does not know the company yet")];
  if (step.event === "ALREADY_CUSTOMER") return [line("loyalty", "is a customer already")];
  const [first] = step.actions;
  if (step.from === "consideration.visiting" && first?.name === "planVisit")
    return [line("consideration", "is not convinced and looks further")];
  if (step.to === "service.believingIt") return [line("service", "believes that the problem is solved, but it is not", "bad")];
  if (step.to === "service.reconsidering") {
    const gap = span(telling, "timeToRecontact");
    return gap === null ? [] : [line("service", `means to try again in ${gap}`)];
  }
  return [];
}

/** The sentences of a step of the bundled journey. */
export function customerLines(step: TwinStep, { scenario, channels }: TwinDocument): Line[] {
  const telling: Telling = {
    step,
    currency: scenario.currency,
    inPerson: channels.find(({ name }) => name === step.channel)?.inPerson === true,
    has: (action) => step.actions.some(({ name }) => name === action),
  };
  let satisfaction = step.satisfaction?.[0] ?? 0;
  const told = step.actions.map(({ name, cents, satisfaction: after }): Line => {
    const [phase, text, tone = "plain"] = tellers[name]?.(telling) ?? [phaseOf(step.to), spaced(name)];
    const change = after === null ? null : ([satisfaction, after] as const);
    satisfaction = after ?? satisfaction;
    return { phase, text, tone, cents, satisfaction: change };
  });
  return [...passing(telling), ...told];
}

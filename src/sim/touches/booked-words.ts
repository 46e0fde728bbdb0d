/** The customers' words, writing down touches and leaving some out; without any left out they do exactly what they did. */

import type { JourneyImplementation, WordFunction } from "../../journey/index.ts";
import type { Market } from "../market/index.ts";
import type { TouchBook } from "./touch-book.ts";

type Book = () => TouchBook;
type Action = WordFunction<Market, void>;

function placeOf(market: Market, id: number): number {
  return id * market.customers.stride;
}

function channelOf(market: Market, id: number): number {
  return market.customers.columns.channel[placeOf(market, id)] as number;
}

function needOf(market: Market, id: number): number {
  return market.customers.columns.need[placeOf(market, id)] as number;
}

function spentBy(market: Market, id: number): number {
  return market.customers.columns.spent[placeOf(market, id)] as number;
}

function actionsWith(book: Book, actions: Readonly<Record<string, Action>>): Readonly<Record<string, Action>> {
  const word = (name: string): Action => actions[name] as Action;
  const [planVisit, beginVisit, placeOrder, giveUpNeed] = [word("planVisit"), word("beginVisit"), word("placeOrder"), word("giveUpNeed")];
  return {
    ...actions,
    planVisit: (market, id, params) => {
      planVisit(market, id, params);
      book().plan(id, channelOf(market, id), needOf(market, id));
    },
    beginVisit: (market, id, params) => {
      const touches = book();
      if (touches.skips(id)) return;
      // The first touch that happens follows no other of this need, though it is not the first that was planned.
      if (touches.isFirstAfterSkips(id)) market.customers.columns.lastChannel[placeOf(market, id)] = -1;
      beginVisit(market, id, params);
      if (channelOf(market, id) >= 0) touches.happen(id, channelOf(market, id));
    },
    placeOrder: (market, id, params) => {
      const before = spentBy(market, id);
      placeOrder(market, id, params);
      book().buy(id, spentBy(market, id) - before, needOf(market, id));
    },
    giveUpNeed: (market, id, params) => {
      giveUpNeed(market, id, params);
      book().leave(id);
    },
  };
}

/** After a touch that did not happen nothing holds but that the customer goes on, if that is the customer's luck. */
function guardsWith(book: Book, guards: JourneyImplementation<Market>["guards"]): JourneyImplementation<Market>["guards"] {
  const watched = Object.entries(guards).map(([name, guard]): [string, WordFunction<Market, boolean>] => [
    name,
    name === "keepsLooking" ? guard : (market, id, params) => !book().skips(id) && guard(market, id, params),
  ]);
  return Object.fromEntries(watched);
}

/** @param book - of the world that lives */
export function bookedWords(words: JourneyImplementation<Market>, book: Book): JourneyImplementation<Market> {
  const visitDuration = words.delays["visitDuration"] as WordFunction<Market, number>;
  return {
    actions: actionsWith(book, words.actions),
    guards: guardsWith(book, words.guards),
    delays: {
      ...words.delays,
      visitDuration: (market, id, params) => (book().skips(id) ? 0 : visitDuration(market, id, params)),
    },
  };
}

/** Answers about resolved cases, by how the cases went. */

import { at } from "../../kpi/index.ts";
import type { Desk } from "./desk.ts";
import { countFor, type Market } from "./market.ts";

const ONE_CONTACT = { answers: at.csatAnswersOneContact, topBox: at.csatTopBoxOneContact } as const;
const SEAMLESS = { answers: at.csatAnswersSeamless, topBox: at.csatTopBoxSeamless } as const;
const START_OVER = { answers: at.csatAnswersStartOver, topBox: at.csatTopBoxStartOver } as const;

function wayOf(desk: Desk, row: number) {
  if (desk.restarts(row) > 0) return START_OVER;
  return desk.contacts(row) === 1 ? ONE_CONTACT : SEAMLESS;
}

/** Counts the answer about a resolved case of the customer. */
export function countAnswerByWay(market: Market, id: number, row: number, desk: Desk, isTopBox: boolean): void {
  const { answers, topBox } = wayOf(desk, row);
  const channel = desk.lastChannel(row);
  countFor(market, id, answers, channel);
  if (isTopBox) countFor(market, id, topBox, channel);
}

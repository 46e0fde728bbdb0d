/** What is to be said of twins in a sentence; the terminal uses the same. */

import type { TwinCustomer, TwinDocument, TwinMeasure } from "../../kpi/index.ts";
import { fixed } from "../text/numbers.ts";
import { moneyText, satisfactionText, whenText } from "./words/line.ts";

const measures: Readonly<Record<TwinMeasure, string>> = {
  value: "contribution",
  satisfaction: "satisfaction at the end",
  contacts: "contacts with the service",
  orders: "orders",
};

/** The spread of a measure in words. */
export function spreadText(by: TwinMeasure, spread: number, currency: string): string {
  if (by === "value") return moneyText(spread, currency);
  if (by === "satisfaction") return `${satisfactionText(spread)} of 100`;
  return `${fixed(spread, 0)} ${by === "orders" ? (spread === 1 ? "order" : "orders") : spread === 1 ? "contact" : "contacts"}`;
}

/** How the customers were chosen. */
export function searchSentence({ search, scenario, customers }: TwinDocument): string {
  if (search === null)
    return `Customer ${customers[0]?.customer ?? 0} was asked for by number (of ${fixed(scenario.customers, 0)}, counted from 0).`;
  const among = `${fixed(search.among, 0)} ${search.segment === null ? "customers" : `customers of segment ${search.segment}`}`;
  const what = measures[search.by];
  if (search.differing === 0) return `Of ${among} nobody's ${what} differs between the strategies; the first one is shown.`;
  const many =
    search.found.length === 1
      ? "the one for whom it differs most is shown"
      : `the ${search.found.length} for whom it differs most are shown`;
  const unasked = search.unasked ? "Nobody was asked for, so " : "";
  return `${unasked}${unasked === "" ? many.charAt(0).toUpperCase() + many.slice(1) : many}: ${what} differs between the strategies for ${fixed(search.differing, 0)} of ${among}.`;
}

/** Why nobody may take one life for the average. */
export const caution =
  "One life shows how strategies work, not what they are worth: the customers with whom strategies differ most are no average, and a small difference can change all that follows. What strategies are worth for everybody is what journeybench compare measures.";

/** Where the lives part. */
export function partingSentence({ scenario }: TwinDocument, { parting, lanes }: TwinCustomer): string {
  if (lanes.length < 2) return "There is only one strategy to be followed.";
  if (parting === null) return "The strategies make no difference to this customer: every step is the same.";
  const { day, clock } = whenText(parting, scenario.history);
  return `The lives part on ${day} (${clock}); until then every step is the same.`;
}

/** How the lives end, the best first. */
export function endSentence({ scenario }: TwinDocument, { lanes }: TwinCustomer): string {
  const ranked = lanes.map(({ end }) => end).toSorted((a, b) => b.contribution - a.contribution);
  const [best] = ranked;
  const worst = ranked.at(-1);
  if (best === undefined || worst === undefined || lanes.length < 2) return "";
  const difference = best.contribution - worst.contribution;
  const lost = ranked.filter((end) => end.lost).map(({ strategy }) => strategy);
  const gone =
    lost.length === 0
      ? ""
      : lost.length === lanes.length
        ? " The customer leaves under every strategy."
        : ` The customer leaves for good under ${lost.join(" and ")}.`;
  if (difference === 0) return `The customer contributes ${moneyText(best.contribution, scenario.currency)} under every strategy.${gone}`;
  return `The customer contributes ${moneyText(best.contribution, scenario.currency)} under ${best.strategy} and ${moneyText(worst.contribution, scenario.currency)} under ${worst.strategy}: ${moneyText(difference, scenario.currency)} apart.${gone}`;
}

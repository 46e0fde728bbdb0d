/** What a study of twins is asked, checked against the scenario. */

import { JourneybenchError } from "../../errors.ts";
import type { TwinMeasure } from "../../kpi/index.ts";
import { didYouMean, type Scenario } from "../../scenario/index.ts";
import type { Plan } from "../../sim/index.ts";

export interface TwinOptions {
  /** Strategies of the scenario, or presets; left out: all of the scenario. */
  readonly strategies?: readonly string[] | undefined;
  /** Row of the customer, from 0. */
  readonly customer?: number | undefined;
  /** So many customers with whom strategies differ most; left out without a customer: one. */
  readonly find?: number | undefined;
  readonly findBy?: TwinMeasure | undefined;
  /** Only customers of this segment are looked at. */
  readonly segment?: string | undefined;
  /** From 0; left out: 0. */
  readonly replication?: number | undefined;
  /** Overrides the scenario's seed. */
  readonly seed?: string | undefined;
}

/** Who is looked for. */
export interface Search {
  readonly many: number;
  readonly by: TwinMeasure;
  /** Null: all segments. */
  readonly segment: string | null;
  readonly unasked: boolean;
}

/** Without strategies that differ nobody differs. */
function refuseSearch(strategies: readonly string[]): void {
  if (strategies.length > 1) return;
  throw new JourneybenchError(
    "usage",
    `Customers with whom strategies differ are looked for, but there is only one strategy: ${strategies[0]}.`,
    {
      hint: "Name two or more with --strategies, or one customer with --customer.",
    },
  );
}

function checkSegment({ segments = {} }: Scenario, segment: string | undefined): void {
  const names = Object.keys(segments);
  if (segment === undefined || names.includes(segment)) return;
  throw new JourneybenchError("usage", `There is no segment "${segment}".${didYouMean(segment, names)}`, {
    hint: `Segments here: ${names.join(", ")}.`,
  });
}

/**
 * Refuses scenarios in which nobody lives a journey.
 *
 * @throws JourneybenchError `bad-input`
 */
export function requireCustomers({ name }: Scenario, plan: Plan): void {
  if (plan.market.customers > 0) return;
  throw new JourneybenchError(
    "bad-input",
    `${name} has no modelled customers whose journeys could be told: its contacts come from outside.`,
    {
      hint: "Twins need a scenario with segments of customers, such as retail. Strategies of a contact centre are compared by journeybench compare.",
    },
  );
}

/**
 * The one customer asked for, or who is looked for.
 *
 * @throws JourneybenchError `usage`
 */
export function questionOf({ scenario, market }: Plan, strategies: readonly string[], options: TwinOptions): number | Search {
  const { customer, find, findBy = "value", segment } = options;
  const { customers } = market;
  if (customer === undefined) {
    refuseSearch(strategies);
    if (findBy === "satisfaction" && scenario.experience === undefined)
      throw new JourneybenchError("usage", `${scenario.name} does not model satisfaction, so nobody can be found by it.`, {
        hint: "Find customers by value, contacts or orders.",
      });
    checkSegment(scenario, segment);
    return { many: find ?? 1, by: findBy, segment: segment ?? null, unasked: find === undefined };
  }
  if (find !== undefined || segment !== undefined || options.findBy !== undefined) {
    throw new JourneybenchError("usage", "--customer names the customer, so there is nobody to be found.", {
      hint: "Leave out --customer, or --find, --find-by and --segment.",
    });
  }
  if (customer < customers) return customer;
  throw new JourneybenchError("usage", `There is no customer ${customer}: ${scenario.name} has ${customers}, counted from 0.`, {
    hint: `Choose one from 0 to ${customers - 1}, or let --find choose.`,
  });
}

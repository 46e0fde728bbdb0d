/** `sensitivity.csv`: a row per response, parameter (or capability) and measure. */

import type { SensitivityDocument, Span } from "../../kpi/index.ts";
import { type Cell, csvText } from "../text/csv.ts";

interface Measure {
  readonly name: string;
  readonly span: Span;
}

function sole(mean: number | null): Span {
  return { mean, low: null, high: null };
}

function measured(strategy: string, less: string | null, what: string, measures: readonly Measure[]): Cell[][] {
  return measures.map(({ name, span }) => [strategy, less, what, name, span.mean, span.low, span.high]);
}

/** Columns: strategy, less (the strategy that is subtracted), what (path, capability or lever), measure, mean, low, high. */
export function sensitivityCsv({ parameters, screening, tornado, indices, capabilities, baseline }: SensitivityDocument): string {
  const path = (row: number) => parameters[row]?.path ?? "";
  const screened = (screening?.responses ?? []).flatMap(({ strategy, less, effects }) =>
    effects.flatMap(({ mu, muStar, sigma }, row) =>
      measured(strategy, less, path(row), [
        { name: "mu_star", span: muStar },
        { name: "mu", span: sole(mu) },
        { name: "sigma", span: sole(sigma) },
      ]),
    ),
  );
  const swung = (tornado?.responses ?? []).flatMap(({ strategy, less, bars }) =>
    bars.flatMap(({ low, high, swing }, row) =>
      measured(strategy, less, path(row), [
        { name: "low_end", span: low },
        { name: "high_end", span: high },
        { name: "swing", span: swing },
      ]),
    ),
  );
  const shared = (indices?.responses ?? []).flatMap(({ strategy, less, parameters: found }) =>
    found.flatMap(({ first, total }, row) =>
      measured(strategy, less, path(row), [
        { name: "first", span: first },
        { name: "total", span: total },
      ]),
    ),
  );
  const added = (capabilities?.games ?? []).flatMap(({ strategy, players }) =>
    players.flatMap(({ name, adds, alone, last }) =>
      measured(strategy, baseline, name, [
        { name: "adds", span: adds },
        { name: "alone", span: alone },
        { name: "last", span: last },
      ]),
    ),
  );
  return csvText([["strategy", "less", "what", "measure", "mean", "low", "high"], ...screened, ...swung, ...shared, ...added]);
}

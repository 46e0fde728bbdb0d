/** Knock-outs: `group=team 50% at 2d for 4h` as a disruption of the scenario. */

import { JourneybenchError } from "../../errors.ts";
import { nearest, oneOf, type Scenario, scenarioSchema, type Service } from "../../scenario/index.ts";

const AMOUNT = String.raw`[0-9]+(?:\.[0-9]+)? ?%`;
const DURATION = String.raw`[0-9]+(?:\.[0-9]+)? ?(?:ms|s|min|m|h|d|w|y)`;
// The times end the text, so a name may hold anything, " at " and "%" included.
const KNOCK_OUT = new RegExp(`^(group|channel|site) ?= ?(.+?)(?: (${AMOUNT}))? at (${DURATION}) for (${DURATION})$`);
const EXAMPLES = '"group=team 50% at 2d for 4h", "channel=phone at 1d for 2h" or "site=north at 36h for 1d"';

type Disruption = Service["disruptions"][number];

/** Something that fails for a while, in the words of the scenario's `service.disruptions`. */
export interface KnockOut {
  readonly text: string;
  readonly disruption: Disruption;
  /** Seconds from the start of the run. */
  readonly from: number;
  readonly to: number;
}

function refuse(message: string, hint: string): never {
  throw new JourneybenchError("usage", message, { hint });
}

function namesOf(kind: string, scenario: Scenario): string[] {
  const groups = scenario.service?.groups ?? {};
  if (kind === "channel") return Object.keys(scenario.channels ?? {});
  if (kind === "group") return Object.keys(groups);
  return [...new Set(Object.values(groups).flatMap(({ site }) => site ?? []))];
}

function checkName(text: string, kind: string, found: string, scenario: Scenario): void {
  const known = namesOf(kind, scenario);
  if (known.includes(found)) return;
  const near = nearest(found, known);
  const suggestion = near === undefined ? "" : ` Did you mean "${near}"?`;
  const list = known.length === 0 ? `${scenario.name} has none` : `${kind}s here: ${oneOf(known)}`;
  refuse(`--knock-out "${text}": there is no ${kind} "${found}".${suggestion}`, `${list[0]?.toUpperCase() ?? ""}${list.slice(1)}.`);
}

/** Reads units as a scenario file would. */
function disruptionOf(text: string, written: object): Disruption {
  const { data, error } = scenarioSchema.shape.service.unwrap().shape.disruptions.safeParse([written]);
  const [problem] = error?.issues ?? [];
  if (problem !== undefined)
    refuse(`--knock-out "${text}": "${String(problem.path.at(-1))}" needs ${problem.message}.`, `Write ${EXAMPLES}.`);
  const [read] = data ?? [];
  if (read === undefined) throw new Error("a disruption was lost while it was read");
  return read;
}

/**
 * Reads a knock-out and checks it against the scenario. Times count from the start of the run, as in `service.disruptions`.
 *
 * @throws JourneybenchError `usage` naming what was expected
 */
export function knockOutOf(text: string, scenario: Scenario): KnockOut {
  const [, kind, found = "", share, at = "", lasts = ""] = KNOCK_OUT.exec(text.trim()) ?? [];
  if (kind === undefined) refuse(`--knock-out "${text}" is not one.`, `Write ${EXAMPLES}.`);
  checkName(text, kind, found, scenario);
  if (kind === "channel" && share !== undefined) refuse(`--knock-out "${text}": a channel is down as a whole.`, "Leave out the share.");
  if (share !== undefined && Number.parseFloat(share) > 100)
    refuse(`--knock-out "${text}": more than all cannot be missing.`, "At most 100%.");
  const disruption = disruptionOf(text, { at, for: lasts, [kind]: found, ...(share === undefined ? {} : { missing: share }) });
  const from = disruption.at;
  const to = from + (disruption.for ?? Number.POSITIVE_INFINITY);
  const end = scenario.history + scenario.horizon;
  if (from < scenario.history)
    refuse(`--knock-out "${text}" begins in the history, before strategies start.`, `Strategies start at ${scenario.history / 86_400}d.`);
  if (to >= end) refuse(`--knock-out "${text}" ends after the run, so nothing can recover.`, `The run ends at ${end / 86_400}d.`);
  return { text: text.trim(), disruption, from, to };
}

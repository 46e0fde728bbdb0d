/** What happens to each contact, line by line, in a contact centre where everything can be foretold. */

import { at, type CounterName } from "../../../src/kpi/index.ts";
import { actorKind, BEGIN } from "../../../src/sim/core/index.ts";
import { surgeIndex, surgeNumber } from "../../../src/sim/service/demand/numbers.ts";
import type { Plan } from "../../../src/sim/index.ts";
import type { World } from "../../../src/sim/world.ts";
import type { ScenarioInput } from "../../../src/scenario/schema/index.ts";
import { planOf } from "../../support/runs.ts";
import { type Life, liveThrough, noteCounts } from "../../support/worlds.ts";
import { type Centre, centre } from "./centre.ts";

type Stream = NonNullable<NonNullable<ScenarioInput["service"]>["arrivals"]>[string];

/** Always so many minutes. */
export const minutes = (value: number) => ({ deterministic: `${value}m` });

/** Nobody loses patience. */
export const ENDLESS = { deterministic: "1000y" };

/** A stream whose contacts come at these minutes, one each. */
export function comingAt(channel: string, times: readonly number[], more: Partial<Stream> = {}): Stream {
  const surges = times.map((time) => ({ at: `${time}m`, contacts: 1 }));
  return { channel, between: ENDLESS, surges, ...more };
}

/** What counters are called in a story; what is not listed is not told. */
const WORDS: Partial<Record<CounterName, string>> = {
  contactsAbandoned: "gives up",
  abandonedOnHold: "hangs up on hold",
  contactsBlocked: "is turned away",
  contactsBalked: "balks",
  contactsContained: "is contained",
  contactsDisconnected: "is cut off",
  abandonedSilently: "leaves silently",
  callbacksAccepted: "will be called back",
  callsWithdrawn: "is not called",
  contactsHandled: "handled",
  transfers: "is passed on",
};

/** Minute of a time in seconds, without the last digits. */
export const minuteOf = (seconds: number) => Math.round((seconds / 60) * 1e6) / 1e6;

interface Told {
  readonly lines: string[];
  readonly world: World;
}

/** Names of contacts: the stream's, and the how-manieth of its contacts. */
function namesOf({ plan, service }: World): (contact: number) => string {
  const streams = Object.keys(plan.scenario.service?.arrivals ?? {});
  const surges = streams.map((_, stream) => plan.service?.surges.filter((surge) => surge.stream === stream).length ?? 0);
  const names: string[] = [];
  return (contact) => {
    const row = service?.contacts.columns.caseRow[contact] ?? -1;
    if (service === undefined || row < 0) return names[contact] ?? "?";
    const { stream, number, customer } = service.cases.columns;
    const of = stream[row] ?? -1;
    const first = surgeNumber(surgeIndex(0, surges[of] ?? 0, 0));
    const rank = (number[row] as number) > first / 2 ? first - (number[row] as number) : (number[row] as number);
    names[contact] = of < 0 ? `customer ${customer[row]}` : `${streams[of]} ${rank + 1}`;
    return names[contact];
  };
}

/** Lives through a plan and tells what happens. */
export function told(plan: Plan, life: Life = {}): Told {
  const lines: string[] = [];
  const world = liveThrough(plan, {
    ...life,
    watch: (made) => {
      life.watch?.(made);
      const { core, service, contactJourney } = made;
      const nameOf = namesOf(made);
      const codes = new Map(Object.entries(contactJourney?.eventCodes ?? {}).map(([name, code]) => [code, name]));
      const tell = (name: string, what: string) => lines.push(`${minuteOf(core.now)} ${name} ${what}`);
      let current = "";
      const note = core.note.bind(core);
      core.note = (kind, entity, what) => {
        if (kind === actorKind.contact) {
          current = nameOf(entity);
          const message = codes.get(what & ~BEGIN);
          const columns = service?.contacts.columns;
          if (message === "ANSWERED") tell(current, `answered by ${columns?.agent[entity]}`);
          if (message === "INTERRUPTED") tell(current, "interrupted");
          if (message === "HANDLED" && columns?.silent[entity] === 1) tell(current, "found gone");
        }
        note(kind, entity, what);
      };
      noteCounts(made, ({ counter }) => {
        const word = WORDS[counter];
        if (word !== undefined) tell(current, word);
      });
    },
  });
  return { lines, world };
}

/** The story of a centre with these parts. */
export function story(parts: Centre, life: Life = {}): string[] {
  return told(planOf(centre({ horizon: "1d", ...parts })), life).lines;
}

/** Sums of counters over a whole run. */
export function sumIn({ core }: World, counter: CounterName): number {
  const { cells, shape } = core.ledger;
  const width = cells.length / (shape.months * (shape.segments + 1) * (shape.channels + 1));
  let sum = 0;
  for (let base = at[counter]; base < cells.length; base += width) sum += cells[base] as number;
  return sum;
}

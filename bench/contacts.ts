/**
 * Suite `contacts`: an Erlang A phone line (9 calls a minute, service and patience of one minute, 10 agents) through the whole contact centre:
 * journey, routing policy, agents, ledger and record; against a plain loop over typed arrays that does this one model and nothing else.
 */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { at, sumLedger } from "../src/kpi/index.ts";
import { tuneFor } from "../src/experiment/tune.ts";
import { parseScenario } from "../src/scenario/index.ts";
import { type Plan, planScenario, replicate } from "../src/sim/index.ts";
import { Draws, rootKeyOf } from "../src/sim/kernel/index.ts";
import { plainErlangA } from "./plain-erlang-a.ts";

const MINUTE = 60;
const SECONDS = 7_000_000;
/** Expected contacts of a run. */
const CONTACTS = Math.round((9 / MINUTE) * SECONDS);

const LINE = `
name: Erlang A
horizon: ${SECONDS}s
replications: 1
channels:
  phone: { kind: live, can: [serve], contactCost: 0 }
service:
  firstContactResolution: 100%
  recontact: { givesUp: 100% }
  handling: { phone: { exponential: { mean: 1min } } }
  patience: { phone: { exponential: { mean: 1min } } }
  groups: { team: { agents: 10, home: [phone] } }
  arrivals: { calls: { channel: phone, rate: 9/min } }
strategies:
  one queue: { routing: one-queue }
`;

interface Speed {
  readonly contactsPerSecond: number;
  readonly abandoned: number;
}

function timed(run: () => Omit<Speed, "contactsPerSecond"> & { readonly contacts: number }): Speed {
  const started = performance.now();
  const { contacts, abandoned } = run();
  return { contactsPerSecond: contacts / ((performance.now() - started) / 1000), abandoned: abandoned / contacts };
}

function engine(plan: Plan, replication: number): Speed {
  return timed(() => {
    const [outcome] = replicate({ plan, strategies: ["one queue"], replication, executor: "compiled" });
    const shape = { months: plan.calendar.ends.length, segments: plan.market.segments.length, channels: plan.market.channels.length };
    const sums = sumLedger(shape, outcome?.ledger ?? new Float64Array(0), { fromMonth: 0, toMonth: shape.months });
    return { contacts: sums[at.contactsOffered] as number, abandoned: sums[at.contactsAbandoned] as number };
  });
}

function loop(replication: number): Speed {
  const draws = new Draws(rootKeyOf("contacts"), replication);
  return timed(() => plainErlangA(draws, CONTACTS, 10, [9 / MINUTE, 1 / MINUTE, 1 / MINUTE]));
}

interface Pair {
  readonly engine: Speed;
  readonly loop: Speed;
}

/** Both in turn, so that both meet the same weather; the fastest of each counts, as the machine has other things to do. */
function measure(rounds: number): Pair {
  const plan = planScenario(parseScenario(LINE, { fileName: "contacts" }).scenario);
  tuneFor(plan);
  const pairs = Array.from({ length: rounds }, (_, round) => ({ engine: engine(plan, round), loop: loop(round) }));
  const fastest = (speeds: readonly Speed[]) => speeds.toSorted((a, b) => b.contactsPerSecond - a.contactsPerSecond)[0] as Speed;
  return { engine: fastest(pairs.map((pair) => pair.engine)), loop: fastest(pairs.map((pair) => pair.loop)) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Runs the suite: the median of three processes, in each of which engine and loop take turns. */
export function contactsSuite() {
  const pairs = Array.from({ length: 3 }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), "5"], { encoding: "utf8" });
    if (status !== 0) throw new Error(`the run failed: ${stderr}`);
    return JSON.parse(stdout) as Pair;
  });
  return {
    ratios: { "engine/typed-loop": median(pairs.map((pair) => pair.engine.contactsPerSecond / pair.loop.contactsPerSecond)) },
    samples: {
      "engine, contacts/s": median(pairs.map((pair) => pair.engine.contactsPerSecond)),
      "typed loop, contacts/s": median(pairs.map((pair) => pair.loop.contactsPerSecond)),
      "engine, share abandoned": median(pairs.map((pair) => pair.engine.abandoned)),
      "typed loop, share abandoned": median(pairs.map((pair) => pair.loop.abandoned)),
    },
  };
}

const [, file, rounds] = process.argv;
if (file === fileURLToPath(import.meta.url) && rounds !== undefined) process.stdout.write(JSON.stringify(measure(Number(rounds))));

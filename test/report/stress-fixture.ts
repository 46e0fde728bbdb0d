/** A stress study made up for the page: all outcomes that a policy can have, and names that must stay text. */

import type { StressDocument, StressPolicy } from "../../src/kpi/index.ts";
import { evilName } from "./fixture.ts";

const loads = [0.5, 1, 1.5, 2, 2.5, 3];

function policyAt(name: string, scale: number): StressPolicy {
  const level = (load: number) => 1 / (1 + (load / scale) ** 6);
  const broken = { load: scale * 0.25 ** (1 / 6), low: scale * 0.77, high: scale * 0.82, keptAgain: null };
  return {
    name,
    first: { promise: 0, ...broken },
    breaking: [broken, { load: null, low: null, high: null, beyond: "above", reason: "kept at every load up to 3", keptAgain: null }],
    atOwnLoad: {
      service_level: { mean: level(1), low: level(1) - 0.01, high: level(1) + 0.01, sd: 0.02, n: 20, unit: "share" },
      asa: { mean: 31, low: 29, high: 33, sd: 4, n: 20, unit: "s" },
      fcr: { mean: null, low: null, high: null, sd: null, n: 20, unit: "share", reason: "no case was closed" },
    },
    curve: loads.map((load) => ({
      load,
      values: [
        { mean: level(load), low: level(load) - 0.02, high: level(load) + 0.02 },
        { mean: 20 * load, low: null, high: null },
      ],
    })),
    recovery: [
      { seconds: 5400 * scale, low: 4000 * scale, high: 7000 * scale, worst: 0.4 },
      { seconds: null, low: null, high: null, worst: 90, reason: "not back within 12.0 h after the outage" },
    ],
    course: [0.05, 40].map((band) =>
      Array.from({ length: 60 }, (_, index) => {
        const drop = index < 12 || index > 50 ? 0 : Math.exp((12 - index) / 8) * 8 * band;
        const quiet = index > 55;
        const mean = quiet ? null : 0.9 - drop;
        return {
          time: 90_000 + index * 600,
          undisturbed: quiet ? null : 0.9,
          disturbed: { mean, low: mean === null ? null : mean - 0.02, high: mean === null ? null : mean + 0.02 },
        };
      }),
    ),
  };
}

/** Four policies: two that break, one that never does, one that is broken at once. */
export function stressFixture(): StressDocument {
  const [a, b] = [policyAt("siloed", 1.6), policyAt(evilName, 2)];
  const nothing = { load: null, low: null, high: null, keptAgain: null } as const;
  const kept = { ...nothing, beyond: "above" as const, reason: "kept at every load up to 3" };
  const broken = { ...nothing, beyond: "below" as const, reason: "broken at load 0.5 already", keptAgain: 2.5 };
  return {
    format: "journeybench/stress",
    version: 1,
    scenario: { name: `desk ${evilName}`, sha256: "0".repeat(64), description: "A desk.", currency: "EUR", history: 0, horizon: 259_200 },
    seed: "seed",
    package: "journeybench 0.1.0",
    replications: 20,
    confidence: 0.95,
    load: { from: 0.5, to: 3, own: 1, scaled: ["calls", evilName], customers: 1200, tolerance: 0.01 },
    promises: [
      {
        text: "service_level in phone >= 80%",
        kpi: "service_level",
        label: "Service level",
        unit: "share",
        channel: "phone",
        side: "atLeast",
        bound: 0.8,
      },
      { text: "asa <= 90s", kpi: "asa", label: "Speed of answer, live", unit: "s", channel: null, side: "atMost", bound: 90 },
    ],
    policies: [
      a,
      b,
      { ...policyAt("always", 4), first: { promise: null, ...kept }, breaking: [kept, kept] },
      { ...policyAt("never", 0.3), first: { promise: 0, ...broken }, breaking: [broken, kept] },
    ],
    differences: [
      { policy: evilName, baseline: "siloed", load: 0.32, low: 0.28, high: 0.36 },
      { policy: "always", baseline: "siloed", load: null, low: null, high: null, reason: "kept at every load up to 3" },
      { policy: "never", baseline: "siloed", load: null, low: null, high: null, reason: "broken at load 0.5 already" },
    ],
    outage: { knockOuts: [`group=${evilName} 50% at 27h for 2h`], from: 97_200, to: 104_400, window: 1800, step: 600, bands: [0.05, 22.5] },
    runs: 1000,
    events: 1_000_000,
    timing: { seconds: 1, workers: 2 },
  };
}

/** The same without knock-outs. */
export function calmFixture(): StressDocument {
  const stormy = stressFixture();
  const policies = stormy.policies.map((policy) => ({ ...policy, recovery: undefined, course: undefined }));
  return JSON.parse(JSON.stringify({ ...stormy, outage: undefined, policies })) as StressDocument;
}

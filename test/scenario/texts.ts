/** Scenario texts shared by the tests of this folder. */

import { formatError, JourneybenchError, type Problem } from "../../src/errors.ts";
import { parseScenario, type ParseOptions } from "../../src/scenario/index.ts";

/** Channels, buyers, offer, stock and service: every part, in block style so that line numbers are easy to count. */
export const whole = `name: whole
channels:
  web:
    kind: self-service
    can: [inform, sell]
  shop:
    kind: in-person
    can: [inform, sell, serve]
  phone:
    kind: live
    can: [serve]
segments:
  all:
    size: 1000
    affinity: { web: 1, shop: 0.5 }
awareness: {}
needs: {}
offer:
  prices: { web: 0.95 }
stock:
  articles: 10
  locations:
    depot: { channels: [web], units: 5, leadTime: { deterministic: 3d } }
    floor: { channels: [shop], units: 2, leadTime: { deterministic: 2d } }
experience: {}
service:
  topics:
    question: {}
    return: { settledIn: [shop], refund: 80% }
  handling:
    phone: { lognormal: { mean: 5m, cv: 1 } }
  patience:
    phone: { exponential: { mean: 8m } }
  promises: { answers: { phone: 2m }, missedCall: 1 working hour }
  groups:
    line: { agents: 2, home: [phone], skills: { shop: { speed: 0.9 } } }
    desk: { agents: 1, home: [shop], hours: { mon-sat: "09:00-12:00, 13:00-18:00" } }
  arrivals:
    calls: { channel: phone, rate: 4/d, topic: question }
strategies:
  multichannel: {}
  omnichannel: {}
  lean: { extends: omnichannel, sharedBasket: false, channels: [web, phone] }
baseline: multichannel
expect:
  - { kpi: retention, strategy: omnichannel, over: multichannel, atLeast: 0 }
`;

/** The problems of a text that must be wrong. */
export function problemsOf(text: string, options: Partial<ParseOptions> = {}): readonly Problem[] {
  try {
    parseScenario(text, { fileName: "shop.yaml", ...options });
  } catch (error) {
    if (error instanceof JourneybenchError) return error.problems;
    throw error;
  }
  throw new Error("the text was accepted");
}

/** The errors of a text as they are printed, one per line, without the heading. */
export function printed(text: string, options: Partial<ParseOptions> = {}): string[] {
  return formatError(new JourneybenchError("bad-input", "", { problems: problemsOf(text, options) }))
    .split("\n")
    .slice(1);
}

/** The whole scenario with one piece of text exchanged. */
export function wholeWith(piece: string, replacement: string): string {
  if (!whole.includes(piece)) throw new Error(`no ${piece} in the scenario`);
  return whole.replace(piece, () => replacement);
}

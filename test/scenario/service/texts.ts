/** A contact centre that uses every key of the service part: tests change one piece of it. */

import { printed } from "../texts.ts";

export const centre = `name: centre
horizon: 1d
channels:
  phone: { kind: live, can: [serve] }
  chat: { kind: live, can: [serve] }
  mail: { kind: deferred, can: [serve] }
service:
  load: 1.5
  queues:
    phone:
      capacity: 5
      lines: 40
      atClose: disconnect
      balks: 10%
      announce: true
      callback: { waiting: 3, announcedWait: 30s, accepted: 60%, priority: 9, reserve: 1 }
      selfService: { time: { exponential: { mean: 30s } }, settles: 50% }
    chat: { silent: { share: 40%, noticedAfter: { exponential: { mean: 1m } } } }
  topics:
    sales: { weight: 3, priority: 2, ageing: 10m, preempts: true, reserve: 2, firstContactResolution: 80% }
    support:
      handlingFactor: 2
      handling: { phone: { deterministic: 4m } }
      patience: { phone: { deterministic: 90s } }
  handling: { chat: { deterministic: 8m } }
  firstContactResolution: 100%
  transfers:
    - { from: { channel: phone, topic: sales }, to: { topic: support }, share: 15%, warm: { deterministic: 30s } }
    - { from: { topic: support }, to: { channel: mail }, share: 5% }
  groups:
    team:
      schedule: { mon-fri: { "08:00-12:00": 4, "12:00-18:00": 6 }, sat: { "09:00-12:00": 2 } }
      site: north
      home: [phone, chat]
      topics: [sales]
      skills: { phone: { speed: 1.2, tier: 2, after: 30s, topics: { sales: { speed: 1.5, resolution: 2 } } } }
      atOnce: 3
      besideOthers: [chat]
      totalSpeed: [1, 1.6, 1.9]
    desk:
      shifts:
        - { agents: 3, hours: { mon-fri: "08:00-16:30" }, breaks: { mon-fri: "12:00-12:30" } }
        - { agents: 2, hours: { mon-sun: "10:00-18:00" } }
      absence: 5%
      site: north
      home: [phone, chat, mail]
    night: { agents: 2, hours: { mon-sun: "18:00-24:00" }, home: [phone], atOnce: 4 }
  arrivals:
    steady: { channel: phone, rate: 60/h, topic: sales, busyness: daily, limit: 25, surges: [{ at: 3h, contacts: 200, over: 10m }] }
    weekly: { channel: phone, rates: { mon-fri: { "08:00-09:00": 100/h, "09:00-17:00": 50/h } } }
    rising: { channel: chat, wave: { mean: 100/h, amplitude: 20/h, period: 1d, shift: 6h } }
    regular: { channel: chat, between: { deterministic: 1m } }
    recorded: { channel: mail, counts: { interval: 30m, values: [3, 5, 8] } }
    few: { channel: phone, callers: { number: 20, until: { exponential: { mean: 10m } } } }
    pile: { channel: mail, backlog: true }
  busyness: { daily: { cv: 0.19 } }
  disruptions:
    - { at: 2h, for: 4h, channel: phone }
    - { at: 2h, for: 4h, group: team, missing: 50% }
    - { at: 2h, site: north }
  recontact: { givesUp: 30%, givesUpBlocked: 0%, afterBlocked: { deterministic: 5m } }
strategies:
  plain: { routing: one-queue }
  known: { extends: plain, routing: { relationship: { waitLimit: 2m } } }
`;

/** The text with one piece exchanged. */
export function centreWith(piece: string, replacement: string): string {
  if (!centre.includes(piece)) throw new Error(`no ${piece} in the scenario`);
  return centre.replace(piece, () => replacement);
}

/** What is wrong with a text with one piece exchanged, without the file's name. */
export function wrong(piece: string, replacement: string): string[] {
  return printed(centreWith(piece, replacement)).map((line) => line.replace(/^shop\.yaml:/, ""));
}

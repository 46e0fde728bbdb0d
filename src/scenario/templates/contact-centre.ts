/** A contact centre alone: contacts arrive from outside, no customers are modelled. */

export const contactCentre = `
# A contact centre alone: contacts come from outside, and only the service is simulated.
# A comment beside or directly above a value becomes its source in the report.

name: contact centre
horizon: 4w
replications: 20

channels:
  phone: { kind: live, can: [serve], hours: { mon-fri: "08:00-18:00", sat: "09:00-14:00" } } # opening hours [A]
  e-mail: { kind: deferred, can: [serve] }

service:
  topics:
    question: { weight: 3 } # assumption [A]
    complaint: { weight: 1, handlingFactor: 1.5 } # assumption [A]
  handling:
    phone: { lognormal: { mean: 6m, cv: 1 } } # from the call log, put your own figures here [A]
    e-mail: { lognormal: { mean: 8m, cv: 1.2 } } # assumption [A]
  patience:
    phone: { exponential: { mean: 10m } } # assumption [A]
  serviceLevelWithin: 20s
  # What happens while people wait: also lines, announce, callback, selfService, silent, atClose.
  queues:
    phone: { capacity: 50, balks: 2% } # lines of the telephone system, put your own figures here [A]
  groups:
    phone team:
      # the roster by days and clock times; or agents with hours, or shifts with breaks [A]
      schedule: { mon-fri: { "08:00-12:00": 17, "12:00-18:00": 12 }, sat: { "09:00-14:00": 8 } }
      home: [phone]
    back office:
      agents: 3
      hours: { mon-fri: "08:00-18:00" }
      home: [e-mail]
      skills: { phone: { speed: 0.9, tier: 2, after: 1m } } # helps on the phone, under routing that crosses channels [A]
  promises: { answers: { e-mail: 6 working hours }, missedCall: 1h }
  arrivals:
    calls:
      channel: phone
      # calls by days and clock times; or rate, wave, between, counts from a CSV file, callers, backlog [A]
      rates: { mon-fri: { "08:00-12:00": 80/h, "12:00-18:00": 50/h }, sat: { "09:00-14:00": 30/h } }
      busyness: daily
    mails: { channel: e-mail, rate: 60/d, topic: question } # assumption [A]
  busyness:
    daily: { cv: 0.1 } # busy and quiet days [A]

strategies:
  multichannel: {}
  omnichannel: {}
  one queue: { routing: one-queue }
  tiers: { routing: skill-tiers }
`;

/** A contact centre alone: contacts arrive from outside, no customers are modelled. */

export const contactCentre = `
# A contact centre alone: contacts come from outside, and only the service is simulated.
# A comment beside or directly above a value becomes its source in the report.

name: contact centre
horizon: 4w
replications: 20

channels:
  phone: { kind: live, can: [serve] }
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
  groups:
    phone team: { agents: 10, home: [phone] } # the roster [A]
    back office:
      agents: 3
      hours: { mon-fri: "08:00-18:00" }
      home: [e-mail]
      skills: { phone: { speed: 0.9 } } # helps on the phone under contextual routing [A]
  promises: { answers: { e-mail: 6 working hours }, missedCall: 1h }
  arrivals:
    calls: { channel: phone, rate: 60/h } # assumption [A]
    mails: { channel: e-mail, rate: 60/d, topic: question } # assumption [A]

strategies:
  multichannel: {}
  omnichannel: {}
  routing only: { contextualRouting: true }
`;

/** The smallest complete scenario: one segment, a website and a phone line, one agent. */

export const minimal = `
# The smallest complete scenario. Everything left out has a default with its source:
# a run's report lists them all. A comment beside or directly above a value becomes its source in the report.

name: my first scenario
history: 1y
horizon: 2y

channels:
  website: { kind: self-service, can: [inform, sell] }
  phone: { kind: live, can: [serve], hours: { mon-fri: "09:00-17:00" } } # assumption [A]

segments:
  customers: { size: 10000, alreadyCustomers: 50% } # assumption [A]

needs: { goesOn: 80% } # assumption [A]
offer: { spend: { lognormal: { mean: 100, cv: 0.8 } } } # assumption [A]
experience: {}

service:
  groups:
    phone team: { agents: 1, hours: { mon-fri: "09:00-17:00" }, home: [phone] } # assumption [A]
`;

/** The smallest complete scenario: one segment, a website and a phone line, four agents. */

export const minimal = `
# The smallest complete scenario. Everything left out has a default with its source:
# \`journeybench check\` lists them all. A comment beside or directly above a value becomes its source in the report.

name: my first scenario
horizon: 1y

channels:
  website: { kind: self-service, can: [inform, sell] }
  phone: { kind: live, can: [serve] }

segments:
  customers: { size: 2000 } # assumption [A]

needs: {}
offer: {}

service:
  groups:
    phone team: { agents: 4, home: [phone] } # assumption [A]
`;

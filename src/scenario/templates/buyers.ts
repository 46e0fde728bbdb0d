/** Buyers alone: who comes, how often they need something, how long they stay; no channels and no service. */

export const buyers = `
# Buyers alone: needs come and customers drop out (BG/NBD); no channels, no service.
# A comment beside or directly above a value becomes its source in the report.

name: buyers
horizon: 2y
replications: 20

segments:
  regular: { size: 8000, alreadyCustomers: 20% } # assumption [A]
  frequent: { size: 2000, needFactor: 2, alreadyCustomers: 20% } # assumption [A]

awareness:
  innovation: 0.03/y # Bass p [R]
  imitation: 0.38/y # Bass q [R]

# CDNOW figures are the defaults; \`r\` and \`alpha\` say how often people need something, \`a\` and \`b\` how soon they leave
needs:
  r: 0.243
  alpha: 4.414w
  a: 0.793
  b: 2.426

strategies:
  as it is: { extends: multichannel }
`;

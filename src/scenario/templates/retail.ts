/** A small retailer: shop, website and phone line, two segments, two groups of agents, stock in two places. */

export const retail = `
# A small retailer with a shop, a website and a phone line, with and without shared customer history, stock and basket.
# A comment beside or directly above a value becomes its source in the report; end it with [S] read in the source,
# [S2] read in a secondary page, [R] remembered, [C] computed or [A] assumption. A blank line keeps a comment out of it.

name: small retailer
description: A shop, a website and a phone line under two strategies.
currency: EUR
history: 1y
horizon: 2y
replications: 20

channels:
  website:
    kind: self-service
    can: [inform, sell]
  shop:
    kind: in-person
    can: [inform, sell, serve]
    hours: { mon-sat: "09:00-19:00" } # assumption [A]
    visitCost: 2 # assumption [A]
  phone:
    kind: live
    can: [serve]
    hours: { mon-fri: "10:00-14:00" } # assumption [A]

# assumption of the template, put your own figures here [A]
segments:
  online first:
    size: 3000
    affinity: { website: 1.5, shop: 0 }
    serviceAffinity: { phone: 1, shop: 0 }
    alreadyCustomers: 60%
  shop first:
    size: 2000
    affinity: { website: 0, shop: 1.5 }
    alreadyCustomers: 60%
    serviceAffinity: { phone: 0, shop: 1 }
    spendFactor: 1.2

awareness: {}
needs: { goesOn: 80% } # assumption [A]

offer:
  grossMargin: 40% # assumption [A]
  spend: { lognormal: { mean: 120, cv: 0.8 } } # assumption [A]

stock:
  articles: 50 # assumption [A]
  locations:
    warehouse: { channels: [website], units: 2, leadTime: { deterministic: 14d } } # assumption [A]
    shop floor: { channels: [shop], units: 2, leadTime: { deterministic: 14d } } # assumption [A]

experience: {}

service:
  problems: 35% # assumption [A]
  topics:
    question: { weight: 3 } # assumption [A]
    return: { weight: 1, settledIn: [shop, phone], refund: 0.8 } # assumption [A]
  groups:
    phone team:
      agents: 1
      hours: { mon-fri: "10:00-14:00" }
      home: [phone]
    shop desk:
      agents: 1
      hours: { mon-sat: "09:00-19:00" }
      costPerHour: 5 # a part of a shop assistant's time [A]
      home: [shop]
      skills: { phone: { speed: 0.8 } } # helps on the phone under contextual routing [A]

# The defaults are for a company of about 20,000 customers.
costs: # assumption [A]
  sharedHistory: { setUp: 3000, perYear: 1500 }
  unifiedStock: { setUp: 4000, perYear: 1500 }
  sharedBasket: { setUp: 1500, perYear: 500 }
  channelHandoff: { setUp: 1000, perYear: 500 }
  contextualRouting: { setUp: 2000, perYear: 1000 }
  responsePromises: { setUp: 500, perYear: 500 }

# Two presets, and one of them without its shared stock: what is the stock worth?
strategies:
  multichannel: {}
  omnichannel: {}
  separate stock: { extends: omnichannel, unifiedStock: false }
baseline: multichannel
`;

/** A small retailer: shop, website and phone line, two segments, two groups of agents, stock in two places. */

export const retail = `
# A small retailer with a shop, a website and a phone line, with and without shared customer history, stock and basket.
# A comment beside or directly above a value becomes its source in the report; end it with [S] read in the source,
# [S2] read in a secondary page, [R] remembered, [C] computed or [A] assumption. A blank line keeps a comment out of it.

name: small retailer
description: A shop, a website and a phone line under two strategies.
currency: EUR
history: 26w
horizon: 1y
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
    hours: { mon-fri: "08:00-20:00", sat: "09:00-14:00" } # assumption [A]

# assumption of the template, put your own figures here [A]
segments:
  online first:
    size: 3000
    affinity: { website: 1.5, shop: 0 }
    serviceAffinity: { phone: 1, shop: 0 }
  shop first:
    size: 2000
    affinity: { website: 0, shop: 1.5 }
    serviceAffinity: { phone: 0, shop: 1 }
    spendFactor: 1.2

needs: {}

offer:
  grossMargin: 35% # assumption [A]

stock:
  articles: 50 # assumption [A]
  locations:
    warehouse: { channels: [website], units: 12, leadTime: { deterministic: 5d } } # assumption [A]
    shop floor: { channels: [shop], units: 4, leadTime: { deterministic: 3d } } # assumption [A]

service:
  topics:
    question: { weight: 3 } # assumption [A]
    return: { weight: 1, settledIn: [shop, phone], refund: 0.8 } # assumption [A]
  groups:
    phone team:
      agents: 3
      hours: { mon-fri: "08:00-20:00", sat: "09:00-14:00" }
      home: [phone]
    shop desk:
      agents: 2
      hours: { mon-sat: "09:00-19:00" }
      home: [shop]
      skills: { phone: { speed: 0.8 } } # helps on the phone under contextual routing [A]

# Two presets, and one of them without its shared stock: what is the stock worth?
strategies:
  multichannel: {}
  omnichannel: {}
  separate stock: { extends: omnichannel, unifiedStock: false }
baseline: multichannel
`;

/** docs/explanation/validation-customers.md, from what the runs found. */

import type { CustomerFigure } from "./figure.ts";

interface Model {
  /** Name of the file in found/. */
  readonly model: string;
  readonly title: string;
  readonly teaches: string;
  readonly source: string;
  /** The scenario file, where there is one; else the test. */
  readonly scenario?: string;
}

const FHL = "Fader, Hardie & Lee 2005, Marketing Science 24(2); validation case clv-010";
const ELEMENTARY = "elementary";

/** In the order of the page. */
export const models: readonly Model[] = [
  {
    model: "bass",
    title: "Bass: how awareness spreads",
    teaches: "Awareness alone, without word of mouth. F(t) is the share that knows the company after t years.",
    source: "Bass 1969, Management Science 15(5)",
    scenario: "bass.yaml",
  },
  {
    model: "logit-shares",
    title: "Logit: which channel is visited",
    teaches: "Choice among channels without memory: shares in proportion to exp(V).",
    source: "McFadden 1974",
    scenario: "logit-shares.yaml",
  },
  {
    model: "nbd",
    title: "NBD: buyers who never stop",
    teaches: "Needs alone: counts of repeat purchases over a year are negative binomial, one by one and as a whole (chi-square).",
    source: "Ehrenberg 1959, Applied Statistics 8(1)",
    scenario: "nbd.yaml",
  },
  {
    model: "bg-nbd-cdnow",
    title: "BG/NBD: buyers who may stop after any repeat purchase",
    teaches:
      "Needs and dropout. The conditional figures follow simulated customers from week 39 to week 78 and compare what those of a kind do with what the model says of each of them.",
    source: FHL,
    scenario: "bg-nbd-cdnow.yaml",
  },
  {
    model: "cdnow-cohorts",
    title: "CDNOW's customers, entering on their real days",
    teaches: "The aggregate repeat curve of 2,357 customers, cumulative; the test compares all 78 weeks.",
    source: FHL,
  },
  {
    model: "gamma-gamma-cdnow",
    title: "Gamma–gamma: what an order is worth",
    teaches: "Spend alone. A customer's own mean is drawn towards the population's, as much as the conditional mean says.",
    source: "Fader & Hardie, note 025; validation case clv-014",
    scenario: "gamma-gamma-cdnow.yaml",
  },
  {
    model: "sbg-regular",
    title: "Shifted beta-geometric: contracts, Regular customers",
    teaches:
      "Contracts alone. S(t) is who is left after t renewals, r(t) the share of those due that renew: it rises although nobody changes.",
    source: "Fader & Hardie 2007, Journal of Interactive Marketing 21(1); validation case clv-001",
    scenario: "sbg-regular.yaml",
  },
  {
    model: "sbg-high-end",
    title: "Shifted beta-geometric: contracts, High End customers",
    teaches: "The same with the other segment of the paper.",
    source: "Fader & Hardie 2007, Journal of Interactive Marketing 21(1)",
    scenario: "sbg-high-end.yaml",
  },
  {
    model: "migration-pfeifer-carraway",
    title: "Pfeifer & Carraway: value by recency",
    teaches: "A journey of an author's own, in JSON: lifetime value of customers who bought last one to four years ago.",
    source: "Pfeifer & Carraway 2000, Journal of Interactive Marketing 14(2); validation case clv-022",
    scenario: "migration-pfeifer-carraway.yaml",
  },
  {
    model: "jny-001",
    title: "Journey: an absorbing chain",
    teaches: "Steps until a drunkard who walks between five corners meets an end, and which.",
    source: "Grinstead & Snell, chapter 11; validation case jny-001",
  },
  { model: "jny-002", title: "Journey: timeout against response", teaches: "Two delays of one state; the first wins.", source: ELEMENTARY },
  { model: "jny-003", title: "Journey: parallel regions", teaches: "Two regions that must both finish.", source: ELEMENTARY },
  {
    model: "jny-005",
    title: "Journey: reminders",
    teaches: "A loop with a counter, a chance and an end after three rounds.",
    source: ELEMENTARY,
  },
  {
    model: "jny-007",
    title: "Journey: purchases until an exponential end",
    teaches: "A delay of a state with substates, and discounted value: mλ / (μ + δ).",
    source: ELEMENTARY,
  },
];

const digits = (value: number): string => String(Number(value.toPrecision(6)));

function table(figures: readonly CustomerFigure[]): string {
  const rows = figures.map(({ figure, expected, simulated, standardError, z }) => {
    const share = `${((100 * standardError) / Math.abs(expected)).toFixed(2)} %`;
    return `| ${figure.replaceAll("|", "\\|")} | ${digits(expected)} | ${digits(simulated)} | ${digits(standardError)} | ${share} | ${z.toFixed(2)} |`;
  });
  return ["| figure | expected | simulated | standard error | of it | z |", "| --- | --- | --- | --- | --- | --- |", ...rows].join("\n");
}

function section({ title, teaches, source, scenario }: Model, figures: readonly CustomerFigure[]): string {
  const file = scenario === undefined ? "" : ` Scenario: [${scenario}](../../scenarios/reference/${scenario}).`;
  return `## ${title}\n\n${teaches} Source: ${source}.${file}\n\n${table(figures)}`;
}

/** The whole page. */
export function customersPage(kept: ReadonlyMap<string, readonly CustomerFigure[]>): string {
  const all = models.flatMap(({ model }) => kept.get(model) ?? []);
  const beyond = (bar: number): number => all.filter(({ z }) => Math.abs(z) > bar).length;
  const square = all.reduce((sum, { z }) => sum + z * z, 0) / all.length;
  return `<!-- Generated by test/statistical/customers/page.test.ts; do not edit. -->

# Is it right? Customers with known answers

Every part of the customers' side reduces to a classical model when the others are left out. Here each part is simulated alone, and its figures stand
beside the closed form or the published table: ${all.length} figures of ${models.length} models. The closed forms, and fits of their parameters to data, ship with the package
(\`src/stats/buyers/\`, \`src/fit/\`, [library](../reference/library.md)); they are tested without simulation against published estimates (CDNOW, donors, contracts,
margin multiples, Kaplan–Meier). The same for the contact centre: [validation.md](validation.md).

- **standard error**: of the simulated figure over independent replications; **of it**: as a share of the expected one.
- **z**: how many standard errors the simulated figure lies above the expected one. The tests of every day demand that it is within three.

If the engine is right, z is a standard normal number: of the ${all.length} figures, ${beyond(2)} should be near ${Math.round(0.0455 * all.length)} beyond 2 (they hang together within a model) and
${beyond(3)} near 0 beyond 3; the mean of z² is ${square.toFixed(2)} and should be near 1. Wrong models are told apart: the tests also show that rivals (a geometric instead of
a beta-geometric, Poisson instead of NBD, no inertia, a dropout that may follow the first purchase) are more than five standard errors away.

Made by \`JB_VALIDATION=full npx vitest run test/statistical/*.test.ts\`, which leaves what it found in \`test/statistical/customers/found/\`; then \`npx vitest run
test/statistical/customers -u\` writes this page.

${models.map((model) => section(model, kept.get(model.model) ?? [])).join("\n\n")}
`;
}

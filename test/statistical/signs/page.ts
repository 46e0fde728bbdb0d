/** docs/explanation/validation-signs.md, from what the runs found. */

import { figureText, type SignFigure } from "./paired.ts";

interface Step {
  /** Names the scenario, the test, and the file in found/. */
  readonly name: string;
  readonly title: string;
  /** What the studies found, and which. */
  readonly published: string;
  /** What in the model does it, and what is assumed. */
  readonly mechanism: string;
}

/** In the order of the ladder. */
export const steps: readonly Step[] = [
  {
    name: "click-and-collect",
    title: "1. Click and collect on live stock",
    published:
      "Online sales fall, store sales and the total rise, online baskets are abandoned more often (Gallino & Moreno 2014; magnitudes are not public).",
    mechanism:
      "An article that is seen to be in the store draws customers there; at collections something else is bought. How strongly they are drawn is an assumption.",
  },
  {
    name: "add-store",
    title: "2. A store is added",
    published:
      "Orders become more frequent, not larger; returns rise; net revenue +20 % in the one study (Pauwels & Neslin 2015), a plausible range is +10 to +30 %.",
    mechanism:
      "Needs that end without purchase online end with one more often where there is a store too. How many visit it (an affinity) is an assumption and was chosen so that the total is near the study's; that orders rise and their size does not is the model's. Returns per order are higher in the store by assumption.",
  },
  {
    name: "delivery-speed",
    title: "3. Delivery one day faster",
    published: "Per business day: online +1.5 %, store +0.6 % (Fisher, Gallino & Xu 2019).",
    mechanism:
      "Time to the goods in the utility of an online conversion, and fewer late goods, so more satisfied customers in both channels. Magnitudes are about twice the published ones; only the signs are demanded.",
  },
  {
    name: "multichannel-gap",
    title: "4. Customers of several channels",
    published:
      "They spend far more than customers of one channel, and are worth more than they would be otherwise, but less than they look (Montaguti, Neslin & Valentini 2016, randomised; Sopadjieva, Dholakia & Benjamin 2017, naive).",
    mechanism:
      "Who buys more often has more chances to use a second channel, also among customers of one kind; here heavy buyers also like more channels. The effect is what offering several channels does to the same customers.",
  },
  {
    name: "hedonic-utilitarian",
    title: "5. Hedonic and utilitarian goods",
    published:
      "Customers of several channels are the most valuable for hedonic goods only, customers of one channel for utilitarian ones (Kushwaha & Shankar 2013).",
    mechanism:
      "Habit turns the sign: who buys utilitarian goods often has settled in one channel (`needs.habit` 2.5; two thirds of the customers buy now and then, one third often). Information from other channels does not turn it. The strength of the habit is an assumption: one that is weak enough turns nothing, because who buys often then has more chances to use a second channel.",
  },
  {
    name: "loyalty-programme",
    title: "6. A loyalty programme",
    published:
      "Members spend far more because heavy buyers join; the programme itself moves light and moderate buyers a little and heavy ones hardly; the change erodes in 6 to 9 months (Liu 2007; Meyer-Waarden).",
    mechanism:
      "A reward makes members bring needs that they took elsewhere; who brings nearly all already has little to add: on joining, who brings 1, 4 or 24 needs a year brings 8.2, 5.0 or 1.4 % more, and less every month. The naive gap is there without any programme. The strength of the response is an assumption (evidence 3.6).",
  },
  {
    name: "adding-channels",
    title: "7. Channels added without one record",
    published: "More contacts per case, dearer resolutions, less satisfaction (Gartner 2024; SQM).",
    mechanism:
      "Some topics can be settled in some channels only, customers try another one, and records are not found there. One record gives some of it back.",
  },
  {
    name: "waits-of-firms",
    title: "Trap: waits of companies",
    published:
      "Chat teams with satisfied customers have the longer waits: 92 s against 30 s (Comm100 2019). Read as an effect, it has the wrong sign.",
    mechanism:
      "24 companies whose lines settle problems more or less readily; better ones are more popular, hence busier. In each, an agent fewer makes waits longer and satisfaction lower.",
  },
];

function section({ name, title, published, mechanism }: Step, figures: readonly SignFigure[]): string {
  const rows = figures.map(
    (figure) =>
      `| ${figure.figure} | ${figureText(figure)} | ${figure.demanded.replace(" to Infinity", " or more").replaceAll("-", "−")} |`,
  );
  return `## ${title}

**Published:** ${published}

**Here:** ${mechanism} Scenario: [${name}.yaml](../../scenarios/reference/${name}.yaml), test: [${name}.test.ts](../../test/statistical/signs/${name}.test.ts).

${["| figure | found | demanded of the interval |", "| --- | --- | --- |", ...rows].join("\n")}`;
}

/** The whole page. */
export function signsPage(kept: ReadonlyMap<string, readonly SignFigure[]>): string {
  return `<!-- Generated by test/statistical/signs/page.test.ts; do not edit. -->

# Does it go the right way? The validation ladder

Effects that studies of real companies have found, as whole scenarios. Signs come first: few studies publish magnitudes, and none of those that were read gives
a standard error. No scenario says how much a strategy gains; customers' coefficients and the company's prices are all that is written, most of them
assumptions of this project, marked [A] in the files. So a sign that is met shows that the mechanism can do it, not that it does so everywhere.

Figures are relative changes between two strategies over the same customers with the same luck unless the row says otherwise (a gap is one
between groups of customers under one strategy), with 95 % intervals over the replications. Every run of the tests demands what the last column says, and that the figures printed here are still what is found.

${steps.map((step) => section(step, kept.get(step.name) ?? [])).join("\n\n")}

## A strategy can lose

In [omnichannel-loses.yaml](../../scenarios/reference/omnichannel-loses.yaml) a company of 800 customers pays what the capabilities cost a company of 20,000.
The report says first thing, and the terminal below its tables, that omnichannel is worse for profit, by how much, and what the strategy itself costs; a test
reads the sentences.

Made by \`JB_SIGNS=keep npx vitest run test/statistical/signs\`, which leaves what it found in \`test/statistical/signs/found/\`; then \`npx vitest run
test/statistical/signs/page.test.ts -u\` writes this page. Figures with known answers: [validation-customers.md](validation-customers.md), [validation.md](validation.md).
`;
}

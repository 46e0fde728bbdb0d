/** The page of the journey's vocabulary, from the vocabulary itself. */

import { z } from "zod";
import { genericVocabulary, journeyEvents, journeyVocabulary, type Word } from "../../src/journey/index.ts";

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

interface Param {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly default?: unknown;
  readonly anyOf?: readonly Param[];
  readonly pattern?: string;
}

const SHARE = /^(?:a share|0|probability|satisfaction)/iu;

function typeOf(name: string, param: Param): string {
  if (name === "amount") return "money ≥ 0, or a distribution of money";
  if (["probability", "margin", "value"].includes(name) && (param.anyOf !== undefined || SHARE.test(param.description ?? "")))
    return "share, 0 to 1 or 0% to 100%";
  if (param.enum !== undefined) return param.enum.join(", ");
  if (param.type === "integer") return `whole number ≥ ${param.minimum ?? 0}`;
  if (param.type === "number" && param.maximum !== undefined) return `number from ${param.minimum} to ${param.maximum}`;
  return param.type === "string" ? "name" : (param.type ?? "value");
}

/** A row per param: its name, what may stand there, what happens without it, what it means. */
function paramRows(word: string, schema: z.ZodType): string[][] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, Param>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, param]) => {
    const without = required.includes(name) ? "required" : param.default === undefined ? "optional" : JSON.stringify(param.default);
    return [`\`${word}\``, `\`${name}\``, typeOf(name, param), without, param.description ?? ""];
  });
}

function wordRows(words: Readonly<Record<string, Word>>, without: Readonly<Record<string, Word>> = {}): string[][] {
  return Object.entries(words)
    .filter(([name]) => !Object.hasOwn(without, name))
    .map(([name, word]) => [`\`${name}\``, word.about, word.shared ? "yes" : "", (word.needs ?? []).join(", ")]);
}

const HEAD = ["word", "what it does", "touches others", "needs the scenario part"];

/** The page; `table` makes a table in Markdown. */
export function journeyPage(table: Table): string {
  const { actions, guards, delays } = journeyVocabulary;
  const own: { actions: Readonly<Record<string, Word>>; guards: Readonly<Record<string, Word>> } = genericVocabulary;
  const params = [...Object.entries(own.actions), ...Object.entries(own.guards)].flatMap(([name, word]) =>
    word.params === undefined ? [] : paramRows(name, word.params),
  );
  return `# The journey's vocabulary

The words that the journey of a customer may call: an XState machine of your own, named by \`journey\` in the scenario
([how to](../how-to/bring-your-own-journey.md)). Write a word by its name, or as \`{ type, params }\`. Guards and delays only read;
actions change. Money is in the scenario's currency, satisfaction and experience go from 0 to 1.

## Words for any business

### Actions

${table(HEAD, wordRows(own.actions))}

### Guards

${table(HEAD, wordRows(own.guards))}

### Params

${table(["word", "param", "what may stand there", "left out", "meaning"], params)}

## Delays

A delay under \`after\` is one of these:

- a duration: \`"14d"\`, with the units \`ms\`, \`s\`, \`m\` or \`min\`, \`h\`, \`d\`, \`w\`, \`y\` (365 days). A bare number is
  milliseconds, as always in XState;
- a distribution of durations in the scenario's notation with round brackets: \`"exponential(mean=30d)"\`, \`"lognormal(mean=3d, cv=1)"\`,
  \`"gamma(mean=3d, cv=0.5)"\`, \`"weibull(shape=2, scale=3d)"\`, \`"uniform(low=1d, high=2d)"\`, \`"deterministic(30d)"\`,
  \`"empirical(1d, 2d, 5d)"\`, \`"discrete(1d: 0.5, 7d: 0.5)"\`;
- a name that the journey declares under \`delays\` at its top, as \`trial: { exponential: { mean: "14d" } }\` or \`trial: "14d"\`;
- one of the words of retail below.

Drawn delays and chances belong to the customer, the step (how many timers and messages the customer has had) and the name. So two chances
of different names are independent, and two of one name in one step agree. At most 256 different chances and 256 different delays, and at
most eight delays that wait at the same time.

## Events that the engine sends

${table(
  ["event", "when"],
  Object.entries(journeyEvents).map(([event, about]) => [`\`${event}\``, about]),
)}

An event that the journey does not handle is ignored.

## Words of retail

They work in any journey. A customer has one need and one case at a time: \`beginNeed\` gives up a need that is still under way, \`earn\` and
\`placeOrder\` meet it; \`openCase\` goes on with a case that is open, \`contactCompany\` opens one if there is none and does nothing while a
contact about it is under way, and closing a case waits for the end of such a contact. Without an open case \`givesUpCase\` passes and
\`timeToRecontact\` never ends.

### Actions

${table(HEAD, wordRows(actions, own.actions))}

### Guards

${table(HEAD, wordRows(guards, own.guards))}

### Delays

${table(HEAD, wordRows(delays))}
`;
}

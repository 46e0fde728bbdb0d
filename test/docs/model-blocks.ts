/** The generated tables of docs/explanation/model.md: parameters, state variables, purposes of draws. */

import { readFileSync } from "node:fs";
import { defineAgents, defineCases, defineContacts } from "../../src/sim/service/tables.ts";
import { defineCustomers } from "../../src/sim/market/customers.ts";
import { purpose } from "../../src/sim/purposes.ts";
import { defaultOf, parameters, plausible, unitOf } from "../support/parameters.ts";

type MakeTable = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

/** Parameters that have a symbol on the page. */
export const symbols: Readonly<Record<string, string>> = {
  discountRate: "δ = ln(1 + rate)",
  "awareness.innovation": "p",
  "awareness.imitation": "q",
  "awareness.wordOfMouth": "w",
  "needs.r": "r",
  "needs.alpha": "α",
  "needs.a": "a",
  "needs.b": "b",
  "needs.past.needsMet": "m",
  "needs.renewal.a": "a",
  "needs.renewal.b": "b",
  "needs.habit": "η",
  "needs.satisfactionWeight": "ω",
  "needs.priceWeight": "π",
  "channels.*.conversion.new": "b_c",
  "channels.*.conversion.returning": "b_c",
  "offer.spend": "p, q, γ",
  "offer.satisfactionWeight": "ω'",
  "offer.priceWeight": "β",
  "offer.informationWeight": "γ_i",
  "offer.relevance.conversion": "γ_r",
  "offer.deliveryWeight": "γ_d",
  "offer.delivery.expected": "D₀",
  "offer.questions.unanswered": "γ_q",
  "offer.collection.certainty": "κ",
  "stock.popularity": "θ",
  "experience.reference": "s₀",
  "experience.oneContact": "c₁",
  "service.firstContactResolution": "f",
  "service.training.speed": "T_s",
  "service.training.resolution": "T_r",
  "loyaltyProgramme.reward": "ρ",
  "loyaltyProgramme.response.elsewhere": "κ",
};

function parameterBlock(table: MakeTable): string {
  const rows = parameters.map((one) => {
    const { path, note } = one;
    return [`\`${path}\``, symbols[path] ?? "", defaultOf(one), plausible(one), unitOf(one), note.tag, note.source];
  });
  const tags =
    "Tags: **S** read in the source, **S2** read in a page that reports it, **C** computed from figures that were read, **R** remembered and not verified, **A** assumption of this project. " +
    "The plausible range is that of the evidence where it gives one, else an assumption of this project; of a distribution it is the range of its mean. What each parameter is: [parameters.md](../reference/parameters.md).";
  const counts = ["S", "S2", "C", "R", "A"].map((tag) => `${parameters.filter(({ note }) => note.tag === tag).length} ${tag}`);
  return `${tags} There are ${parameters.length} parameters with a default: ${counts.join(", ")}.\n\n${table(["parameter", "symbol", "default", "plausible", "unit", "tag", "source of the default"], rows)}`;
}

interface Column {
  readonly type: string;
  readonly unit: string;
}

function stateBlock(table: MakeTable): string {
  const tables: readonly (readonly [string, Readonly<Record<string, Column>>])[] = [
    ["Customer", defineCustomers(1, { timerSlots: 1, channels: 1, remembering: 1, habits: 1, contextFields: 1 }).specs],
    ["Case", defineCases(1).specs],
    ["Contact", defineContacts(1, 1).specs],
    ["Agent", defineAgents(1).specs],
  ];
  return tables
    .map(([name, columns]) => {
      const rows = Object.entries(columns).map(([key, { unit }]) => [`\`${key}\``, unit]);
      return `**${name}**\n\n${table(["variable", "unit or meaning"], rows)}`;
    })
    .join("\n\n");
}

/** Comments of the list of purposes: entity and index. */
function addressesOf(): ReadonlyMap<string, string> {
  const text = readFileSync(new URL("../../src/sim/purposes.ts", import.meta.url), "utf8");
  return new Map([...text.matchAll(/^ {2}(\w+): \d+, \/\/ (.+)$/gm)].map(([, name = "", address = ""]) => [name, address]));
}

function purposeBlock(table: MakeTable): string {
  const addresses = addressesOf();
  const rows = Object.entries(purpose)
    .toSorted(([, a], [, b]) => a - b)
    .map(([name, number]) => [String(number), `\`${name}\``, addresses.get(name) ?? ""]);
  return table(["purpose", "of", "entity, index"], rows);
}

/** The blocks by the name in their marker. */
export function modelBlocks(table: MakeTable): Readonly<Record<string, string>> {
  return { parameters: parameterBlock(table), state: stateBlock(table), purposes: purposeBlock(table) };
}

/** The page with its generated blocks made anew; all else stays as it was written. */
export function withBlocks(page: string, blocks: Readonly<Record<string, string>>): string {
  return page.replaceAll(/<!-- generated: (\w+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const block = blocks[name];
    if (block === undefined) throw new Error(`the page asks for a block "${name}" that nobody makes`);
    return `<!-- generated: ${name} -->\n\n${block}\n\n<!-- end -->`;
  });
}

import { parseXml, XmlElement } from "@rgrove/parse-xml";
import { describe, expect, it } from "vitest";
import { createMachine } from "xstate";
import {
  contactMachine,
  contactVocabulary,
  customerMachine,
  customerVocabulary,
  inspectJourney,
  journeyDot,
  journeyMermaid,
  journeySvg,
  journeyTree,
  journeyVocabulary,
} from "../../../src/journey/index.ts";

const customer = inspectJourney(customerMachine, customerVocabulary);
const contact = inspectJourney(contactMachine, contactVocabulary);

const NASTY = [
  '<script>alert("1")</script>',
  'a" ]; } evil [label="x',
  "]]> & &amp; <b>bold</b>",
  "s0 --> [*]",
  "}\n--\nstate x {",
  "%%{init: {}}%%",
  "back\\slash\\N",
  "\u001b[31mred\u0007",
  "naïve 客户 🛒",
  "a.b",
  "x#35;:::style",
];

/** A machine whose every name is hostile. */
const nasty = inspectJourney(
  createMachine({
    id: NASTY[0]!,
    description: NASTY.join(" "),
    initial: NASTY[0]!,
    states: Object.fromEntries(
      NASTY.map((name, i) => [
        name,
        {
          tags: [name],
          description: name,
          entry: [name, { type: name, params: { [name]: name } }],
          on: { [name]: { guard: name, actions: name, target: NASTY[(i + 1) % NASTY.length]!.replaceAll(/[\\.]/gu, "\\$&") } },
          after: { [`${name}!`]: { target: NASTY[0]! } },
          initial: name,
          states: { [name]: {}, H: { type: "history" as const } },
        },
      ]),
    ),
  } as never),
  journeyVocabulary,
);

function textsIn(svg: string): { readonly names: ReadonlySet<string>; readonly texts: readonly string[] } {
  const names = new Set<string>();
  const texts: string[] = [];
  const walk = (element: XmlElement): void => {
    names.add(element.name);
    if (element.name === "text") texts.push(element.text.replaceAll("\u00a0", " "));
    for (const child of element.children) if (child instanceof XmlElement) walk(child);
  };
  walk(parseXml(svg).root!);
  return { names, texts };
}

describe("the drawing as SVG", () => {
  it("shows every state, event, guard, delay and action of the customer", async () => {
    const shown = textsIn(await journeySvg(customer)).texts.join(" ");
    for (const { key } of customer.states.slice(1)) expect(shown).toContain(key);
    for (const { name } of [...customer.events, ...customer.words]) expect(shown).toContain(name);
  });

  it("has an arrow for each target, and one to each initial state", async () => {
    const count = async (inspection: typeof customer) => (await journeySvg(inspection)).match(/class="edge"/gu)?.length;
    const arrows = ({ states }: typeof customer) =>
      states.flatMap(({ transitions }) => transitions.flatMap(({ targets }) => targets)).length +
      states.filter(({ initial }) => initial !== undefined).length;
    expect(await count(customer)).toBe(arrows(customer));
    expect(await count(contact)).toBe(arrows(contact));
  });

  it("keeps hostile names as text", async () => {
    const { names, texts } = textsIn(await journeySvg(nasty));
    expect([...names].toSorted()).toEqual(["ellipse", "g", "path", "polygon", "svg", "text", "title"].filter((name) => names.has(name)));
    expect(texts.join("")).toContain('<script>alert("1")</script>');
    expect(texts.join("")).toContain("naïve 客户 🛒");
    expect(texts.join("")).not.toContain("\u001b");
  });
});

describe("the drawing in Graphviz's language", () => {
  it("marks what is wrong: dead ends, unreachable states, missing words", () => {
    const machine = createMachine({ initial: "a", states: { a: { entry: "nobodyKnows", on: { GO: "stuck" } }, stuck: {}, lost: {} } });
    const lines = journeyDot(inspectJourney(machine, journeyVocabulary)).split("\n");
    const line = (name: string) => lines.find((one) => one.includes(`<b>${name}</b>`))!;
    expect(line("stuck")).toMatch(/penwidth="2"/u);
    expect(line("lost")).toMatch(/dashed/u);
    expect(line("a")).toMatch(/#b42318[^<]*>entry \/ nobodyKnows/u);
  });
});

describe("the drawing in Mermaid's language", () => {
  it("says the contact in its own words", () => {
    const text = journeyMermaid(contact);
    expect(text).toContain('  [*] --> s1\n  state "created" as s1\n');
    expect(text).toContain("  s4 --> s20 : after patience\n");
    expect(text).toContain("  s8 --> s11 : HANDLED\n");
    expect(text).toContain("  s11 --> s19 : always #91;belongsElsewhere#93;\n");
    expect(text).toContain("  s20 --> [*]\n");
  });

  it("has only lines of its grammar, whatever the names are", () => {
    const word = String.raw`(?:[\p{L}\p{M}\p{N} _.,()/→-]|#\d+;)*`;
    const line = new RegExp(
      String.raw`^(?:stateDiagram-v2|  *(?:state "${word}" as s\d+(?: \{)?|\}|--|(?:s\d+|\[\*\]) --> (?:s\d+|\[\*\])(?: : ${word})?|s\d+ : ${word})|)$`,
      "u",
    );
    for (const text of [journeyMermaid(nasty), journeyMermaid(customer)]) {
      for (const one of text.split("\n")) expect(one).toMatch(line);
    }
  });
});

describe("the tree for terminals", () => {
  it("is indented like the states, and stays within its width", () => {
    const tree = journeyTree(customer, 60);
    expect(tree).toContain("\n  awareness  (initial)\n    unaware  (initial)\n");
    expect(tree).toContain("\n        CONTACT_FAILED → reconsidering\n");
    expect(tree).toContain("\n  churned  (final)");
    for (const line of tree.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });

  it("gives milliseconds a unit", () => {
    const of = (after: Record<string, string>) =>
      journeyTree(inspectJourney(createMachine({ initial: "a", states: { a: { after }, b: {} } }), journeyVocabulary));
    expect(of({ 86_400_000: "b", 7_200_000: "b", 90_000: "b", 60_000: "b", 5: "b", 0: "b", "3d": "b" }).match(/after .+(?= →)/gu)).toEqual([
      "after 0 ms",
      "after 5 ms",
      "after 1 min",
      "after 90 s",
      "after 2 h",
      "after 1 d",
      "after 3d",
    ]);
  });

  it("never steers the terminal", () => {
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(journeyTree(nasty)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/u);
  });
});

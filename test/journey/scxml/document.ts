/** An SCXML document as a plain tree: names without prefixes, no comments. */

import { parseXml, XmlCdata, XmlElement, XmlText } from "@rgrove/parse-xml";

/** One element. `text` is its own text, without that of its children. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** Parses a document. Throws an error that names line and column when it is not well-formed XML. */
export function parseDocument(xml: string): Element {
  const { root } = parseXml(xml);
  if (root === null) throw new Error("the document has no root element");
  return elementOf(root);
}

function elementOf(node: XmlElement): Element {
  return {
    tag: node.name.replace(/^.*:/, ""),
    attributes: node.attributes,
    children: node.children.filter((child) => child instanceof XmlElement).map(elementOf),
    text: node.children.map((child) => (child instanceof XmlText || child instanceof XmlCdata ? child.text : "")).join(""),
  };
}

/** The element and everything below it, in document order. */
export function descendants(element: Element): Element[] {
  return [element, ...element.children.flatMap(descendants)];
}

/** The words of an attribute that holds several names. */
export function words(text: string | undefined): string[] {
  return text?.split(/\s+/).filter((word) => word !== "") ?? [];
}

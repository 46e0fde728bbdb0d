/** Widths of characters in Helvetica (and Arial, Liberation Sans: same metrics), so that Vega lays out text without a canvas. */

/** Thousandths of the font size, from Adobe's font metrics file for Helvetica, by width. */
const groups: Record<number, string> = {
  191: "'",
  222: "ijl‘’",
  260: "|",
  278: " !,./:;[\\]ftI·\u00a0",
  333: "()-`r",
  334: "{}",
  355: '"',
  389: "*",
  469: "^",
  500: "ckJsvxyz",
  556: "#$0123456789?_abdeghnopquL€£–",
  584: "+<=>~−×≈±",
  611: "FTZ",
  667: "&ABEKPSVXY",
  722: "CDHNRUw",
  778: "GOQ",
  833: "Mm",
  889: "%",
  944: "W",
  1000: "—…",
  1015: "@",
};

const widthOf = new Map(
  Object.entries(groups).flatMap(([width, characters]) => [...characters].map((character) => [character, Number(width)] as const)),
);

/** Scripts whose characters are about as wide as high. */
const WIDE_FROM = 0x1100;

/** Bold is wider by about this. */
const BOLD = 1.07;

/** The width of `text` in pixels at a font size in pixels. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) thousandths += widthOf.get(character) ?? unknownWidth(character);
  return (thousandths / 1000) * fontSize * (bold ? BOLD : 1);
}

function unknownWidth(character: string): number {
  return (character.codePointAt(0) ?? 0) >= WIDE_FROM ? 1000 : 600;
}

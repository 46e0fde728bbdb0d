/** Draws a journey as SVG with Graphviz, which `@viz-js/viz` brings as WebAssembly inside JavaScript: no program to install. */

import { FONT, journeyDot } from "./dot.ts";
import type { Inspection } from "./inspection.ts";

/** The drawing as an SVG document; Graphviz is loaded when it is first needed. */
export async function journeySvg(inspection: Inspection): Promise<string> {
  const { instance } = await import("@viz-js/viz");
  const viz = await instance();
  const svg = viz.renderString(journeyDot(inspection), { format: "svg" });
  return svg.replaceAll(`font-family="${FONT}"`, `font-family="${FONT},Helvetica,Liberation Sans,sans-serif"`);
}

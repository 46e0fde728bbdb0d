/** Draws charts: Vega-Lite to SVG text, without a canvas and without a browser. */

import type { Title as TitleSpec } from "vega";
import type { TopLevelSpec } from "vega-lite";
import type { Spec } from "./chart.ts";
import { textWidth } from "./text-width.ts";

/** What Vega hands to a text measure. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly limit?: number;
}

interface TextMetrics {
  width: (item: TextItem, text: unknown) => number;
}

/** Draws a compiled chart; `prefix` keeps the ids inside the SVG apart from those of other charts in a page. */
export type DrawCompiled = (prefix: string, title?: Spec) => Promise<string>;

/** Compiles a specification, which then is drawn without and with a title: compiling is a third of the work. */
export type Compile = (spec: Spec) => DrawCompiled;

/** Loads Vega (half a second) and returns a function that compiles what is to be drawn. */
export async function loadVega(): Promise<Compile> {
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  // Vega measures text by `length × 0.8` when there is no canvas. The typings leave out the hook it offers instead.
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
  textMetrics.width = measure;
  return (spec) => {
    const compiled = vegaLite.compile(spec as unknown as TopLevelSpec).spec;
    return async (prefix, title) => {
      // Vega-Lite hands a title of the whole chart on as it is.
      const wanted = title === undefined ? compiled : { ...compiled, title: title as unknown as TitleSpec };
      const view = new vega.View(vega.parse(wanted), { renderer: "none", logLevel: vega.Error });
      const svg = await view.toSVG();
      view.finalize();
      return withOwnIds(svg, prefix);
    };
  };
}

function measure(item: TextItem, text: unknown): number {
  const line = typeof text === "string" || typeof text === "number" ? String(text).trim() : "";
  const bold = item.fontWeight === "bold" || Number(item.fontWeight) >= 600;
  const width = textWidth(line, item.fontSize ?? 11, bold);
  // Longer texts are cut at the limit, so that is the room they take.
  return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width;
}

/** Vega numbers clip paths and gradients through the whole process; here they are numbered anew per SVG, under its own prefix. */
function withOwnIds(svg: string, prefix: string): string {
  const numbers = new Map<string, number>();
  const renamed = (id: string): string => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return `${prefix}-${number}`;
  };
  return svg
    .replace(/\bid="((?:clip|gradient_)\d+)"/g, (_, id: string) => `id="${renamed(id)}"`)
    .replace(/url\(#((?:clip|gradient_)\d+)\)/g, (_, id: string) => `url(#${renamed(id)})`);
}

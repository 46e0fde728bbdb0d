/** A section of the report: a heading, its charts, and its body once the charts are drawn. */

import type { ChartDraft } from "../charts/chart.ts";
import type { Html } from "../page/html.ts";

/** Gives the figure of a chart by its id. */
export type Figure = (id: string) => Html;

export interface Section {
  /** Fixed word of this room; becomes the anchor. */
  readonly id: string;
  readonly nav: string;
  readonly title: string;
  readonly charts: readonly ChartDraft[];
  readonly body: (figure: Figure) => Html;
}

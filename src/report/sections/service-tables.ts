/** Tables of what the service recorded: waits by channel and topic, groups of agents, service levels under every convention. */

import type { ServiceFigure, ServiceTypeRow } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import { fixed, intervalText, meanText } from "../text/numbers.ts";
import type { ReportView, StrategyView } from "../view.ts";
import { nameTag } from "./parts.ts";

/** A row of the table: who, and what stands in the columns. */
interface Line {
  readonly strategy: StrategyView;
  readonly cells: readonly Html[];
}

interface Block {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** A table in blocks of a row per strategy. */
export function tableOf(caption: string, heads: readonly string[], blocks: readonly Block[]): Html {
  return html`<div class="scroll"><table class="periods">
    <caption>${caption}</caption>
    <thead><tr><td></td>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${blocks.map(
      ({ title, lines }) =>
        html`<tr class="group"><th scope="rowgroup" colspan="${heads.length + 1}">${title}</th></tr>${lines.map(
          ({ strategy, cells }) =>
            html`<tr><th scope="row">${nameTag(strategy.look)}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
        )}`,
    )}</tbody>
  </table></div>`;
}

function figureHtml(figure: ServiceFigure, unit: "s" | "share" | "ratio", withInterval = false): Html {
  const interval = withInterval ? intervalText(figure, unit, "") : null;
  return html`${meanText(figure, unit, "")}${interval !== null && html` <small>${interval}</small>`}`;
}

function shareHtml(share: number | null): Html {
  return html`${share === null ? "–" : `${fixed(share * 100, 1)}%`}`;
}

/** Blocks of rows that are chosen and called alike in all strategies, in the order of the first that has them. */
function blocksOf(
  view: ReportView,
  titleOf: (row: ServiceTypeRow) => string | null,
  cells: (row: ServiceTypeRow) => readonly Html[],
): Block[] {
  const rows = view.strategies.flatMap((strategy) =>
    (strategy.service?.byType ?? []).flatMap((row) => {
      const title = titleOf(row);
      return title === null ? [] : [{ title, line: { strategy, cells: cells(row) } }];
    }),
  );
  const titles = [...new Set(rows.map(({ title }) => title))];
  return titles.map((title) => ({ title, lines: rows.filter((row) => row.title === title).map(({ line }) => line) }));
}

const waitHeads = ["Contacts", "Mean wait", "Half within", "90% within", "95% within", "99% within", "Gave up"];

function waitCells({ joined, waits: { answered }, abandonment }: ServiceTypeRow): Html[] {
  return [
    html`${fixed(joined, joined < 10 ? 1 : 0)}`,
    figureHtml(answered.mean, "s", true),
    ...[answered.p50, answered.p90, answered.p95, answered.p99].map((figure) => figureHtml(figure, "s")),
    figureHtml(abandonment, "share", true),
  ];
}

/** Waits of those answered by channel and, where there are several, by topic; nothing without a service. */
export function waitTables(view: ReportView): Html | null {
  const channels = blocksOf(view, ({ channel, topic }) => (topic === null ? channel : null), waitCells);
  const topics = blocksOf(view, ({ channel, topic }) => (channel === null ? topic : null), waitCells);
  if (channels.length === 0) return null;
  return html`<h3>Waits by channel</h3>
    <p>Contacts that joined the queue per replication, how long those who were answered had waited, and the share that gave up.</p>
    ${tableOf("Waits by channel", waitHeads, channels)}
    ${topics.length > 1 && html`<h3>Waits by topic</h3>${tableOf("Waits by topic", waitHeads, topics)}`}`;
}

const groupHeads = ["Agents at work", "Occupancy", "Places in use", "Contacts in hand"];

/** Groups of agents: how busy they are; nothing without a service. */
export function groupTable(view: ReportView): Html | null {
  const names = [...new Set(view.strategies.flatMap(({ service }) => service?.groups.map(({ group }) => group) ?? []))];
  const blocks = names.map((title) => ({
    title,
    lines: view.strategies.flatMap((strategy) =>
      (strategy.service?.groups ?? [])
        .filter(({ group }) => group === title)
        .map(({ atWork, occupancy, utilisation, inHand }) => ({
          strategy,
          cells: [
            figureHtml(atWork, "ratio"),
            figureHtml(occupancy, "share", true),
            figureHtml(utilisation, "share", true),
            figureHtml(inHand, "ratio", true),
          ],
        })),
    ),
  }));
  if (blocks.length === 0) return null;
  return html`<h3>Agents by group</h3>
    <p>Means over all hours, nights included. Occupancy is the share of the time at work with a contact in hand or wrapping up; places
    are the contacts that the agents at work could have in hand.</p>
    ${tableOf("Agents by group", groupHeads, blocks)}`;
}

const shownThresholds = [10, 20, 30, 60, 120, 300];
const conventions = [
  ["ofOffered", "of all"],
  ["ofOfferedLessShortAbandons", "less short abandons"],
  ["ofAnswered", "of answered"],
  ["ofAnsweredAndLongAbandons", "of answered and long abandons"],
  ["withShortAbandons", "short abandons as answered"],
] as const;

/** Service levels for several thresholds under the usual conventions, folded away; nothing without a service. */
export function serviceLevelTables(view: ReportView): Html | null {
  const channels = [...new Set(view.strategies.flatMap(({ service }) => service?.byType.map(({ channel }) => channel) ?? []))];
  const tables = channels.flatMap((channel) => {
    if (channel === null) return [];
    const blocks = shownThresholds.map((threshold) => ({ title: `within ${threshold} s`, lines: levelLines(view, channel, threshold) }));
    return html`<h3>${channel}</h3>${tableOf(
      `Service level of ${channel}`,
      conventions.map(([, head]) => head),
      blocks,
    )}`;
  });
  if (tables.length === 0) return null;
  return html`<details class="fold"><summary>Service levels for other thresholds and conventions</summary>
    <p><small>A share answered within a time depends on what is done with those who give up early. All = joined, balked or were turned
    away; short abandons gave up (or balked) within the time, long ones later.</small></p>${tables}</details>`;
}

function levelLines(view: ReportView, channel: string, threshold: number): Line[] {
  return view.strategies.flatMap((strategy) => {
    const row = strategy.service?.byType.find((one) => one.channel === channel && one.topic === null);
    const level = row?.serviceLevels.find(({ within }) => within === threshold);
    return level === undefined ? [] : [{ strategy, cells: conventions.map(([key]) => shareHtml(level[key])) }];
  });
}

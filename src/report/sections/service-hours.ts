/** When service fares well: hours of the day by channel. */

import type { ChartDraft } from "../charts/chart.ts";
import { heatChart, type HeatCell } from "../charts/heat.ts";
import { fixed } from "../text/numbers.ts";
import type { ReportView, StrategyView } from "../view.ts";

const words = {
  rows: "hour of day",
  columns: "",
  row: "hour",
  column: "channel",
  share: "answered in time",
  count: "contacts per replication",
};

/** The service level by hour and channel, a chart per strategy; none without a service. */
export function hourCharts(view: ReportView): ChartDraft[] {
  return view.strategies.flatMap((strategy) => {
    const cells = cellsOf(strategy, view.result.scenario.channels);
    if (cells.length === 0) return [];
    return heatChart({
      id: `service-hours-${strategy.look.order + 1}`,
      title: `Service level by hour: ${strategy.name}`,
      description: "Share of contacts answered in time, by hour of day (row) and channel (column).",
      size: "half",
      words,
      cells,
    });
  });
}

function cellsOf(strategy: StrategyView, channels: readonly string[]): HeatCell[] {
  return (strategy.service?.byHour ?? []).flatMap(({ hour, byChannel }) =>
    byChannel.flatMap(({ channel, serviceLevel, offered }) => {
      if (serviceLevel === null) return [];
      return {
        from: `${hour}–${hour + 1}`,
        fromOrder: hour,
        to: channel,
        toOrder: channels.indexOf(channel),
        share: serviceLevel,
        shareText: `${fixed(serviceLevel * 100, 0)}%`,
        countText: fixed(offered, offered < 10 ? 1 : 0),
      };
    }),
  );
}

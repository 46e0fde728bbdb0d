/** From the records of all replications of a strategy to the service part of its result. */

import { ServiceCells } from "./cells.ts";
import { groupAt } from "./layout.ts";
import { ratioOrNull, Replicated } from "./replicated.ts";
import type { ServiceGroupRow, ServiceHourRow, ServiceResult, ServiceTypeRow } from "./service-result.ts";
import { abandonmentOf, isUsed, offered, serviceLevelOf, speedOfAnswerOf, typeFigures, waitingOf } from "./type-figures.ts";

/** What the rows are called. A type is a channel and a topic: type = channel × number of topics + topic. */
export interface ServiceNames {
  readonly channels: readonly string[];
  readonly topics: readonly string[];
  /** With the contacts that one agent may have in hand. */
  readonly groups: readonly { readonly name: string; readonly atOnce: number }[];
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function indices(things: readonly unknown[]): number[] {
  return things.map((_, index) => index);
}

/** All together, then each channel, each topic, each type; what had no contact is left out. */
function byType(names: ServiceNames, cells: readonly ServiceCells[], confidence: number): ServiceTypeRow[] {
  const { channels, topics } = names;
  const every = [null, ...indices(topics)];
  const scopes = [null, ...indices(channels)].flatMap((channel) => every.map((topic) => ({ channel, topic })));
  const rank = ({ channel, topic }: (typeof scopes)[number]) =>
    (channel === null ? 0 : 1) + (topic === null ? 0 : 2) + (channel !== null && topic === null ? -0.5 : 0);
  return scopes
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ channel, topic }) => {
      const types = typesOf(names, channel, topic);
      if (!isUsed(cells, types)) return [];
      const called = { channel: channel === null ? null : (channels[channel] ?? ""), topic: topic === null ? null : (topics[topic] ?? "") };
      return [{ ...called, ...typeFigures(cells, types, confidence) }];
    });
}

function typesOf({ channels, topics }: ServiceNames, channel: number | null, topic: number | null): number[] {
  const some = (all: readonly string[], one: number | null) => (one === null ? indices(all) : [one]);
  return some(channels, channel).flatMap((row) => some(topics, topic).map((column) => row * topics.length + column));
}

function byHour(names: ServiceNames, cells: readonly ServiceCells[], confidence: number): ServiceHourRow[] {
  const used = indices(names.channels).filter((channel) => isUsed(cells, typesOf(names, channel, null)));
  return HOURS.map((hour) => {
    const figures = (channel: number | null) => {
      const types = typesOf(names, channel, null);
      const row = new Replicated(
        cells.map((one) => one.counterRow({ types, hour })),
        confidence,
      );
      return {
        offered: offered(row.total) / cells.length,
        serviceLevel: row.value(serviceLevelOf),
        asa: row.value(speedOfAnswerOf),
        abandonment: row.value(abandonmentOf),
        waiting: row.value(waitingOf),
      };
    };
    const agents = groupFigures(cells, indices(names.groups), confidence, hour);
    return {
      hour,
      ...figures(null),
      atWork: agents.value(levelOf("atWork")),
      occupancy: agents.value(occupancyOf),
      byChannel: used.map((channel) => ({ channel: names.channels[channel] ?? "", ...figures(channel) })),
    };
  });
}

function groupFigures(cells: readonly ServiceCells[], groups: readonly number[], confidence: number, hour?: number): Replicated {
  return new Replicated(
    cells.map((one) => one.groupRow(groups, hour)),
    confidence,
  );
}

function ofGroup(row: Float64Array, counter: keyof typeof groupAt): number {
  return row[1 + groupAt[counter]] as number;
}

/** Mean of a level over the seconds observed. */
function levelOf(counter: keyof typeof groupAt) {
  return (row: Float64Array) => ratioOrNull(ofGroup(row, counter), row[0] as number);
}

function occupancyOf(row: Float64Array): number | null {
  return ratioOrNull(ofGroup(row, "working"), ofGroup(row, "atWork"));
}

function groupRows(names: ServiceNames, cells: readonly ServiceCells[], confidence: number): ServiceGroupRow[] {
  return names.groups.map(({ name, atOnce }, group) => {
    const row = groupFigures(cells, [group], confidence);
    return {
      group: name,
      atWork: row.figure(levelOf("atWork")),
      occupancy: row.figure(occupancyOf, 0, 1),
      utilisation: row.figure((sums) => ratioOrNull(ofGroup(sums, "inHand"), atOnce * ofGroup(sums, "atWork")), 0, 1),
      inHand: row.figure(levelOf("inHand")),
    };
  });
}

/**
 * The service part of a strategy's result.
 *
 * @param records - `Outcome.service` of each replication, in order
 * @param confidence - e.g. 0.95
 * @throws Error if a record does not fit the names
 */
export function summariseService(names: ServiceNames, records: readonly Float64Array[], confidence: number): ServiceResult {
  const shape = { types: names.channels.length * names.topics.length, groups: names.groups.length };
  const cells = records.map((one) => new ServiceCells(shape, one));
  const seconds = cells.reduce((sum, one) => sum + (one.groupRow([])[0] as number), 0) / cells.length;
  return {
    seconds,
    byType: byType(names, cells, confidence),
    byHour: byHour(names, cells, confidence),
    groups: groupRows(names, cells, confidence),
  };
}

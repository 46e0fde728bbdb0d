/** Changes that make a reference scenario a wrong model. */

import type { ScenarioInput } from "../../../../src/scenario/schema/index.ts";

type ServiceInput = NonNullable<ScenarioInput["service"]>;
export type Change = (written: ScenarioInput) => ScenarioInput;

function changed(change: (service: ServiceInput) => ServiceInput): Change {
  return (written) => {
    if (written.service === undefined) throw new Error("no service to change");
    return { ...written, service: change(written.service) };
  };
}

/** Another number of agents in a group. */
export function withAgents(group: string, agents: number): Change {
  return changed((service) => ({
    ...service,
    groups: { ...service.groups, [group]: { ...service.groups[group], home: service.groups[group]?.home ?? [], agents } },
  }));
}

/** Every topic as another one says. */
export function withTopics(
  change: (topic: NonNullable<ServiceInput["topics"]>[string]) => NonNullable<ServiceInput["topics"]>[string],
): Change {
  return changed((service) => ({
    ...service,
    topics: Object.fromEntries(Object.entries(service.topics ?? {}).map(([name, topic]) => [name, change(topic)])),
  }));
}

/** Other parts of the service. */
export function withService(parts: Partial<ServiceInput>): Change {
  return changed((service) => ({ ...service, ...parts }));
}

/** Other routing. */
export function withRouting(routing: NonNullable<NonNullable<ScenarioInput["strategies"]>[string]["routing"]>): Change {
  return (written) => ({ ...written, strategies: { reference: { routing } } });
}

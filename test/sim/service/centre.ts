/** A contact centre in which everything takes exactly as long as it says, so that tests can foretell what happens when. */

import type { ScenarioInput } from "../../../src/scenario/schema/index.ts";
import type { Written } from "../../support/runs.ts";

type Service = NonNullable<ScenarioInput["service"]>;
type Channels = NonNullable<ScenarioInput["channels"]>;

const minutes = (value: number) => ({ deterministic: `${value}m` });

export interface Centre {
  readonly history?: string;
  readonly horizon?: string;
  readonly service?: Partial<Service>;
  readonly channels?: Channels;
  readonly strategies?: NonNullable<ScenarioInput["strategies"]>;
  readonly baseline?: string;
}

/** Phone and chat, one agent each who can do both, handling of 10 minutes, patience of 5, arrivals as given. */
export function centre({ history = "0s", horizon = "7d", service, channels, strategies, baseline }: Centre): Written {
  return {
    history,
    horizon,
    channels: channels ?? { phone: { kind: "live", can: ["serve"] }, chat: { kind: "live", can: ["serve"] } },
    service: {
      firstContactResolution: 1,
      // A stranger who is not helped does not come back, unless a test says so.
      recontact: { givesUp: 1 },
      handling: { phone: minutes(10), chat: minutes(10) },
      patience: { phone: minutes(5), chat: minutes(5) },
      groups: {
        phone: { agents: 1, home: ["phone"], skills: { chat: {} } },
        chat: { agents: 1, home: ["chat"], skills: { phone: {} } },
      },
      ...service,
    },
    strategies: strategies ?? { multichannel: {}, omnichannel: {} },
    ...(baseline === undefined ? {} : { baseline }),
  };
}

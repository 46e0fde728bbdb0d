/** What the fast path has to know of types and groups, looked up once for each strategy instead of at every contact. */

import type { Service } from "../service.ts";
import { trainedSpeed } from "../training.ts";
import { isPlainType } from "./fits.ts";

/** Arrays are by type unless they say otherwise. */
export class PlainTypes {
  /** 1 where contacts of the type take the fast path. */
  readonly plain: Uint8Array;
  readonly live: Uint8Array;
  /** Seconds within which an answer counts for the service level; NaN where the promise counts. */
  readonly within: Float64Array;
  /** Seconds within which an answer is promised; NaN where they are seconds of working hours. */
  readonly promised: Float64Array;
  /** 1 where every contact that is handled settles its case. */
  readonly surelyResolved: Uint8Array;
  /** By group × type: speed of a trained or untrained agent. */
  readonly speed: Float64Array;
  /** By group: 1 if its agents have one contact in hand at a time. */
  readonly oneInHand: Uint8Array;
  /** Whether agents have nothing to do after a contact. */
  noAfterWork = false;

  constructor({ plan }: Service) {
    const { types, groups, channels } = plan;
    const channelOf = (type: (typeof types)[number]) => channels[type.channel] as (typeof channels)[number];
    this.plain = new Uint8Array(types.length);
    this.live = Uint8Array.from(types, (type) => (channelOf(type).live ? 1 : 0));
    this.within = Float64Array.from(types, (type) => channelOf(type).within);
    this.promised = Float64Array.from(types, (type) => (channelOf(type).promise.working ? Number.NaN : channelOf(type).promise.seconds));
    this.surelyResolved = Uint8Array.from(types, ({ resolutionLogit }) => (resolutionLogit === Number.POSITIVE_INFINITY ? 1 : 0));
    this.speed = new Float64Array(groups.length * types.length);
    this.oneInHand = Uint8Array.from(groups, ({ atOnce }) => (atOnce === 1 ? 1 : 0));
  }

  /** Looks at everything again, under the strategy in force. */
  lookAgain(service: Service): void {
    const { plan, core } = service;
    const { sharedHistory, channelHandoff } = core.strategy.capabilities;
    const trained = trainedSpeed(service);
    const types = plan.types.length;
    for (let type = 0; type < types; type++) {
      this.plain[type] = isPlainType(service, type) ? 1 : 0;
      for (const [group, { speed }] of plan.groups.entries()) this.speed[group * types + type] = (speed[type] as number) * trained;
    }
    this.noAfterWork = plan.wrapUp.constant === 0 && !sharedHistory && !channelHandoff;
  }
}

/** A strategy comes into force: its routing, its order of queues, who works. */

import { lookAgain } from "./agents.ts";
import { rankOf } from "./waiting.ts";
import type { Service } from "./service.ts";
import { restaff } from "./supply/index.ts";

/** Puts the routing of the strategy in force. Free agents look at the queues again. */
export function applyStrategy(service: Service): void {
  service.policy = service.policyOf(service.core.strategy);
  service.queues.reorder(service.classOf, (contact) => rankOf(service, contact));
  restaff(service);
  lookAgain(service);
}

// Supply's only door: who works when, and what that costs.

import { endShift, lookAgain, startShift } from "../agents.ts";
import { disconnect } from "../closing.ts";
import type { Service } from "../service.ts";
import { staffingBy } from "./staffing.ts";

export { payStaff } from "./pay.ts";
export { hire } from "./staffing.ts";
export { createSupply, type Supply } from "./supply.ts";

/**
 * `changeStaffing(service, group)`: a staffing event happened. `disrupt(service, row, sub)`: a disruption begins (0) or ends (1).
 * `restaff(service)`: a strategy has come into force.
 */
export const { changeStaffing, disrupt, restaff } = staffingBy<Service>({ startShift, endShift, cutOff: disconnect, lookAgain });

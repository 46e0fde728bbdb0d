/** All cases with known answers, in the order of their numbers. */

import { type Check, checkName, type Refutation } from "../check.ts";
import { abandonment, abandonmentRefuted } from "./abandonment.ts";
import { behaviour, behaviourRefuted } from "./behaviour.ts";
import { libraryDays, libraryDaysRefuted } from "./days.ts";
import { delay, delayRefuted } from "./delay.ts";
import { loss, lossRefuted } from "./loss.ts";
import { oneAgent, oneAgentRefuted } from "./one-agent.ts";
import { priority, priorityRefuted } from "./priority.ts";
import { skills, skillsRefuted } from "./skills.ts";
import { sourcesAndNetworks, sourcesAndNetworksRefuted } from "./sources-and-networks.ts";
import { transient, transientRefuted } from "./transient.ts";

export const checks: readonly Check[] = [
  ...loss,
  ...delay,
  ...priority,
  ...abandonment,
  ...oneAgent,
  ...sourcesAndNetworks,
  ...transient,
  ...skills,
  ...behaviour,
  ...libraryDays,
].toSorted((a, b) => (checkName(a) < checkName(b) ? -1 : 1));

export const refutations: readonly Refutation[] = [
  ...lossRefuted,
  ...delayRefuted,
  ...priorityRefuted,
  ...abandonmentRefuted,
  ...oneAgentRefuted,
  ...sourcesAndNetworksRefuted,
  ...transientRefuted,
  ...skillsRefuted,
  ...behaviourRefuted,
  ...libraryDaysRefuted,
];

/** Topics: at least one of them can come up. */

import type { Finding } from "../problems/finding.ts";
import { own } from "../value.ts";
import type { Check } from "./draft.ts";

/** Some topic has a weight above zero. */
export const someTopicComesUp: Check = (draft): Finding[] => {
  const topics = [...draft.topics.values()];
  if (topics.length === 0 || topics.some((topic) => own(topic, "weight") !== 0)) return [];
  return [{ path: ["service", "topics"], at: "key", expected: "at least one topic with a weight above zero", found: "0 everywhere" }];
};

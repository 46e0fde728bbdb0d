/** The generated reference page of the routing policies. */

import { routingPolicies } from "../../src/strategies/index.ts";

const INTRODUCTION = `# Routing policies

How contacts find agents. A strategy names one: \`routing: one-queue\`, with params \`routing: { relationship: { waitLimit: 3m } }\`, or a file
of your own ([how to](../how-to/write-a-routing-policy.md)). Left out: \`contextual\` where the strategy has \`contextualRouting\`, else \`siloed\`.

Common to all:

- Contacts of a type (channel and topic) stand in one queue. A higher priority class comes before everything else, in all policies but
  \`earliest-deadline\`, which looks at classes only within a type and between equal deadlines.
- Within a class, whoever waits live comes before what is answered later, unless deadlines decide: so deferred and outbound work fills the
  time that live queues leave. \`siloed\` lets them take turns by arrival; \`skill-tiers\` looks at the tier first.
- Among free agents of a group, the one with the fewest contacts in hand takes the next, then the one idle for longest.
- A contact with a \`reserve\` (its topic's, or that of callbacks) takes an idle agent only while more than that many of the group are idle.
- When nobody is free, a type that \`preempts\` interrupts a contact of a lower class. \`earliest-deadline\` interrupts nobody.
- Nobody waits beside a free agent with the skill, except for the reserve, the other desk (\`siloed\`), an overflow delay that has not passed
  (\`skill-tiers\`) and a known agent who is busy (\`relationship\`).
`;

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

export function routingPage(table: Table): string {
  const rows = Object.entries(routingPolicies).map(([name, { does, params, source }]) => [`\`${name}\``, does, params ?? "", source]);
  return `${INTRODUCTION}\n${table(["name", "what it does", "params", "source"], rows)}\n`;
}

/** What a step of a contact says: waits, answers, ends. */

import type { TwinStep } from "../../../kpi/index.ts";
import { line, type Line, spaced, spanText } from "./line.ts";

type Contact = NonNullable<TwinStep["contact"]>;
type Told = readonly [text: string, tone?: Line["tone"]];

/** Waits shorter than this, in seconds, are none. */
const AT_ONCE = 1;

function waited({ waited: seconds }: Contact): string | null {
  return seconds === null || seconds < AT_ONCE ? null : spanText(seconds);
}

/** Explaining again, and the time it takes. */
function again(step: TwinStep): string {
  const seconds = (step.counts["rebuildingMs"] ?? 0) / 1000;
  return seconds === 0 ? "" : `, and explains the problem again (+${spanText(seconds)})`;
}

function answered(step: TwinStep, contact: Contact): Told {
  const who = contact.group === null ? "an agent" : `an agent of ${contact.group}`;
  const wait = waited(contact);
  const repeats = again(step);
  if (step.from === "awaitingCall")
    return [`is called by ${who}${wait === null ? "" : `, ${wait} later`}${repeats}`, repeats === "" ? "good" : "bad"];
  const start = wait === null ? `is answered at once by ${who}` : `waits ${wait}, then is answered by ${who}`;
  return [`${start}${repeats}`, repeats === "" ? "plain" : "bad"];
}

function begins({ channel, event, to }: TwinStep, { topic, number, byCompany }: Contact): Told {
  const where = channel ?? "the company";
  if (to === "blocked") return [`tries ${where} about ${topic} and finds no line free`, "bad"];
  if (byCompany || event === "CALL_OUT") return [`is to be called by the company about ${topic} (${where})`];
  const start = number > 1 ? `contacts ${where} again about ${topic} (contact ${number})` : `contacts ${where} about ${topic}`;
  if (to === "selfService") return [`${start} and meets self-service`];
  if (to === "balked") return [`${start}, does not want to wait and leaves`, "bad"];
  if (to === "awaitingCall") return [`${start} and accepts to be called back`];
  return [start];
}

function handled({ handled: seconds }: Contact): string {
  return seconds === null ? "" : ` after ${spanText(seconds)}`;
}

type Teller = (step: TwinStep, contact: Contact) => Told;

/** By the state that the step ends in. */
const endings: Readonly<Record<string, Teller>> = {
  handling: answered,
  resumed: (_, contact) => [`is taken up again${waited(contact) === null ? "" : ` after ${waited(contact)}`}`],
  interrupted: () => ["is put on hold: something more urgent comes in", "bad"],
  contained: () => ["settles it with self-service", "good"],
  blocked: () => ["finds no place in the queue", "bad"],
  balked: () => ["does not want to wait and leaves", "bad"],
  awaitingCall: () => ["accepts to be called back"],
  abandoned: (_, contact) => [`waits ${waited(contact) ?? "0 s"} and gives up`, "bad"],
  abandonedOnHold: (_, contact) => [`waits ${waited(contact) ?? "0 s"} on hold and hangs up`, "bad"],
  gone: (_, contact) => [`waits ${waited(contact) ?? "0 s"} and leaves without telling`, "bad"],
  disconnected: (_, contact) => [`is cut off${waited(contact) === null ? "" : ` after waiting ${waited(contact)}`}`, "bad"],
  queueing: (step, contact) =>
    step.from === "assessing" || contact.handled !== null ? [`is passed on to others${handled(contact)}`, "bad"] : ["joins the queue"],
  resolved: (_, contact) => [`has the problem solved${handled(contact)}`, "good"],
  unresolved: (_, contact) => [`is told something that does not help${handled(contact)}`, "bad"],
  moved: (step, contact) =>
    contact.sentTo === null || (step.counts["contactsHandedOver"] ?? 0) > 0
      ? [`is handed over with the whole story${handled(contact)}`, "good"]
      : [`is sent away to ${contact.sentTo}${handled(contact)}: it cannot be settled here`, "bad"],
  withdrawn: () => ["needs the promised call no more"],
};

/** The sentence of a contact's step; none for what the customer does not notice. */
export function contactLines(step: TwinStep): Line[] {
  const { contact } = step;
  if (contact === null) return [];
  const unnoticed = step.from === "gone" || step.from === "noticing";
  const teller = step.from === "created" ? begins : (endings[step.to] ?? ((): Told => [spaced(step.to)]));
  const [text, tone] = unnoticed ? [""] : teller(step, contact);
  return [{ ...line("service", text, tone), cents: step.cents }];
}

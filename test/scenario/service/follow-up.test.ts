/** Mistakes in what is planned after a contact, in training, and in questions before buying. */

import { describe, expect, it } from "vitest";
import { wrong } from "./texts.ts";

describe("what the service part says of follow-ups and training", () => {
  it.each([
    ["followUp: { channel: fax }", 'service.followUp.channel: expected a defined channel: phone, chat or mail, found "fax".'],
    ["followUp: { contact: 50% }", 'found the key "contact". Did you mean "contacts"?'],
    ["training: { speed: 0 }", "service.training.speed: expected a number above zero"],
  ])("%s is told", (written, message) => {
    const lines = wrong("  busyness:", `  ${written}\n  busyness:`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(message);
  });
});

/** Commented starter scenarios, for `journeybench init`. */

import { SCHEMA_FILE } from "../json-schema.ts";
import { buyers } from "./buyers.ts";
import { contactCentre } from "./contact-centre.ts";
import { minimal } from "./minimal.ts";
import { retail } from "./retail.ts";

export const templateNames = ["minimal", "retail", "contact-centre", "buyers"] as const;
export type TemplateName = (typeof templateNames)[number];

const TEXTS: Readonly<Record<TemplateName, string>> = { minimal, retail, "contact-centre": contactCentre, buyers };

/** The YAML text of a starter scenario; its first line names the JSON Schema for editors. */
export function starterScenario(template: TemplateName): string {
  return `# yaml-language-server: $schema=${SCHEMA_FILE}${TEXTS[template]}`;
}

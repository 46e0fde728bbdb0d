/** The page around the sections: head, policy, contents, scripts. */

import { createHash } from "node:crypto";
import type { Section } from "../sections/section.ts";
import { clientProgram } from "./client.ts";
import { html, jsonForScript, programForScript, trusted, type Html } from "./html.ts";
import { styleSheet } from "./style.ts";

/** A section with its charts drawn. */
export interface FinishedSection {
  readonly section: Section;
  readonly body: Html;
}

/** What a page is called, who made it, and how it begins. */
export interface PageHead {
  readonly title: string;
  /** Name and version of what made the page. */
  readonly maker: string;
  readonly header: Html;
  /** Style of its own beside the house's; never text of a scenario. */
  readonly style?: string;
}

/** The whole document. `specs` are the specifications of the charts by id, for the interactive views. */
export function pageHtml(head: PageHead, sections: readonly FinishedSection[], specs: unknown, bundles: readonly Html[]): string {
  const programs = [...bundles, programForScript(clientProgram)];
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(programs)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
<meta name="generator" content="${head.maker}">
<title>${head.title}</title>
<style>${trusted(styleSheet + (head.style ?? ""))}</style>
</head>
<body>
<div class="layout">
${navigation(sections)}
<main>
${head.header}
${sections.map(
  ({
    section,
    body,
  }) => html`<section id="${section.id}" aria-labelledby="${section.id}-title"><h2 id="${section.id}-title">${section.title}</h2>
${body}</section>
`,
)}
<footer>Made with ${head.maker}. This page holds everything it shows and sends nothing anywhere.</footer>
</main>
</div>
<script type="application/json" id="chart-specs">${jsonForScript(specs)}</script>
${programs.map(
  (program) => html`<script>${program}</script>
`,
)}</body>
</html>
`;
  return page.text;
}

/** Nothing may be loaded; only the programs written into the page may run, and none may make code from text. */
function policy(programs: readonly Html[]): string {
  const hashes = programs.map((program) => `'sha256-${createHash("sha256").update(program.text).digest("base64")}'`);
  return `default-src 'none'; script-src ${hashes.join(" ")}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
}

function navigation(sections: readonly FinishedSection[]): Html {
  return html`<nav aria-label="Contents"><p>Contents</p><ol>${sections.map(({ section }) => html`<li><a href="#${section.id}">${section.nav}</a></li>`)}</ol></nav>`;
}

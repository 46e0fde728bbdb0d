/** The style sheet of the report: dark on light, one column on a phone, and a version for paper. */

const base = `
:root { --ink: #1f2933; --soft: #52606d; --line: #e1e6eb; --tint: #f6f8fa; --accent: #0b4f79; --better: #00634a; --worse: #a23b00; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); font: 16px/1.6 -apple-system, "Segoe UI", "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; font-variant-numeric: tabular-nums; }
.layout { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 4rem; max-width: 1180px; margin: 0 auto; padding: 0 2rem; }
main { padding: 4rem 0 6rem; min-width: 0; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; font-weight: 650; letter-spacing: -0.012em; margin: 0; text-wrap: balance; }
h1 { font-size: 2.6rem; letter-spacing: -0.025em; }
h2 { font-size: 1.75rem; margin-bottom: 1.25rem; }
h3 { font-size: 1.1rem; margin: 2.75rem 0 0.75rem; }
p { margin: 0 0 1rem; max-width: 44rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
small { font-size: 0.8125rem; color: var(--soft); }
code { font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
section { margin-top: 5rem; padding-top: 2.5rem; border-top: 1px solid var(--line); }
.eyebrow { font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.09em; text-transform: uppercase; color: var(--soft); margin-bottom: 0.75rem; }
.description { font-size: 1.2rem; line-height: 1.5; color: var(--soft); margin-top: 1rem; }
.facts { display: flex; flex-wrap: wrap; gap: 1.25rem 2.5rem; margin: 2rem 0 0; }
.facts dt { font-size: 0.8125rem; color: var(--soft); }
.facts dd { margin: 0; font-weight: 600; }
.rows { margin: 0; }
.rows div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0.25rem 1rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); font-size: 0.9375rem; }
.rows dt { color: var(--soft); }
.rows dd { margin: 0; font-weight: 600; }
.strategies { list-style: none; margin: 2rem 0 0; padding: 0; display: grid; gap: 0.5rem; }
.strategies small { margin-left: 0.4rem; }
.name { display: inline-flex; align-items: baseline; gap: 0.45em; font-weight: 600; }
.swatch { flex: none; width: 0.7em; height: 0.7em; border-radius: 50%; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.lead { font-size: 1.125rem; max-width: 48rem; margin-bottom: 0.6rem; }
.whole { white-space: nowrap; }
.note { margin-top: 1.5rem; padding: 1rem 1.25rem; background: var(--tint); border-radius: 10px; font-size: 0.9375rem; color: var(--soft); max-width: none; }
.note b { color: var(--ink); }
nav { position: sticky; top: 0; align-self: start; padding: 4.4rem 0 2rem; font-size: 0.875rem; }
nav p { font-weight: 600; margin-bottom: 0.5rem; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 0.3rem 0; color: var(--soft); text-decoration: none; }
nav a:hover, nav a:focus-visible { color: var(--ink); text-decoration: underline; }
footer { margin-top: 5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); font-size: 0.8125rem; color: var(--soft); }
`;

const pieces = `
.cards { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem; margin: 2rem 0 3rem; }
.card { border: 1px solid var(--line); border-radius: 14px; padding: 1.5rem; }
.card h3 { margin: 0 0 1rem; }
.levels { margin: 0; display: grid; gap: 0.35rem; }
.levels div { display: grid; grid-template-columns: minmax(0, 1fr) max-content; align-items: baseline; gap: 0 1rem; font-size: 0.9375rem; }
.levels dd { margin: 0; display: flex; justify-content: flex-end; align-items: baseline; gap: 0.6rem; }
.levels small { text-align: right; min-width: 7.2rem; }
.levels .name { font-weight: 400; }
.verdict { border-top: 1px solid var(--line); margin-top: 1.1rem; padding-top: 1.1rem; }
.verdict p { margin: 0.5rem 0 0; line-height: 1.5; }
.fine { font-size: 0.8125rem; color: var(--soft); }
.badge { display: inline-block; border-radius: 99px; padding: 0.1rem 0.6rem; font-size: 0.75rem; line-height: 1.4; font-weight: 600; background: #eef1f4; color: var(--soft); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.badge.is-better { background: #e2f3ec; color: var(--better); }
.badge.is-worse { background: #fcebe1; color: var(--worse); }
.badge.is-higher, .badge.is-lower { background: #e6eff6; color: var(--accent); }
.badge.is-unverified { background: #fff3d6; color: #7a4d00; }
.badge.is-remembered { background: #fcebe1; color: var(--worse); }
.tally { display: flex; flex-wrap: wrap; align-items: flex-start; align-content: flex-start; gap: 0.35rem; }
figure { margin: 2.25rem 0; }
figcaption { display: flex; align-items: baseline; justify-content: space-between; gap: 1rem; font-weight: 600; margin-bottom: 0.75rem; line-height: 1.35; }
figcaption button { font: inherit; font-size: 0.75rem; font-weight: 500; line-height: 1.4; color: var(--accent); background: none; border: 1px solid var(--line); border-radius: 99px; padding: 0.15rem 0.7rem; cursor: pointer; flex: none; }
figcaption button:hover { background: var(--tint); }
figure svg { display: block; width: 100%; height: auto; }
figure .phone { display: none; }
figure .live { position: relative; }
figure .live:not([hidden]) ~ .static { display: none; }
figure .live > .vega-embed.has-actions { display: block; padding: 0; }
figure .vega-embed details summary { top: -2.4rem; }
figure .vega-embed .vega-actions { top: -0.2rem; }
#vg-tooltip-element { font-family: inherit; border-radius: 8px; }
#vg-tooltip-element table { width: auto; margin: 0; font-size: 0.8125rem; line-height: 1.45; }
#vg-tooltip-element td { padding: 0.1rem 0.3rem; border: 0; max-width: 16rem; }
.grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem 2.5rem; }
.grid figure { margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; margin: 0.5rem 0 2rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: left; vertical-align: top; padding: 0.75rem 1rem 0.75rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-size: 0.8125rem; padding-bottom: 0.5rem; vertical-align: bottom; }
tr > :last-child { padding-right: 0; }
tbody th { line-height: 1.4; }
.phase > summary { cursor: pointer; list-style: none; }
.phase > summary::-webkit-details-marker { display: none; }
.phase > summary::before { content: "+"; display: inline-block; width: 1.1em; color: var(--soft); font-weight: 600; }
.phase[open] > summary::before { content: "–"; }
.phase > summary h3 { display: inline-block; margin-top: 2rem; }
.phase > summary small { margin-left: 0.4rem; }
.kpis { table-layout: fixed; }
.kpis th:first-child { width: 26%; }
.who { display: none; }
.level { font-weight: 650; }
.change { display: flex; flex-direction: column; align-items: flex-start; gap: 0.1rem; margin-top: 0.3rem; font-size: 0.875rem; line-height: 1.45; }
.none { color: var(--soft); }
.definition summary { cursor: pointer; list-style: none; text-decoration: underline dotted #9aa5b1; text-underline-offset: 0.25em; }
.definition summary::-webkit-details-marker { display: none; }
.definition p, .definition ul { font-size: 0.8125rem; line-height: 1.5; color: var(--soft); margin: 0.5rem 0 0; }
.periods .group th { font-weight: 650; padding-top: 1.4rem; border-bottom: 0; }
.periods td, .periods tbody tr:not(.group) th { padding-top: 0.35rem; padding-bottom: 0.35rem; border-bottom-color: #f0f3f5; }
.periods .name { font-weight: 400; }
.points td, .points tbody th { white-space: nowrap; font-variant-numeric: tabular-nums; }
.points thead th { overflow-wrap: anywhere; min-width: 6.5rem; }
.points td small { display: block; }
.points .none { white-space: normal; }
.path, .below { display: block; line-height: 1.4; }
.strategies .path, .strategies .below { margin-left: 0; }
.below .part { white-space: nowrap; }
.kpis.parameters th:first-child { width: 36%; }
.list { columns: 2; column-gap: 2.5rem; padding: 0; list-style: none; font-size: 0.875rem; }
.list li { break-inside: avoid; padding: 0.3rem 0; }
.scroll { overflow-x: auto; }
.scroll table { min-width: 38rem; }
.fold { border: 1px solid var(--line); border-radius: 14px; padding: 0 1.5rem; margin: 1.25rem 0; }
.fold > summary { cursor: pointer; font-weight: 600; padding: 1rem 0; }
.assumptions { font-size: 0.875rem; }
.assumptions th:first-child { width: 30%; }
.assumptions .value { white-space: normal; font-weight: 600; width: 17%; }
.assumptions .range { display: block; font-weight: 400; }
.assumptions th:last-child, .assumptions td:last-child { width: 22%; }
.source { display: block; color: var(--soft); margin-top: 0.2rem; }
.command { background: var(--tint); border-radius: 10px; padding: 1rem 1.25rem; margin: 1.5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.checks, .warnings { padding: 0; margin: 0; list-style: none; display: grid; gap: 0.8rem; }
.checks li { display: grid; grid-template-columns: 8.5rem 1fr; align-items: baseline; gap: 0.75rem; }
.checks .badge { justify-self: start; }
.warnings li { padding-left: 1.1rem; border-left: 3px solid var(--line); max-width: 46rem; }
`;

const phone = `
@media (max-width: 900px) {
  .layout { display: block; padding: 0 1rem; }
  nav { position: static; padding: 1rem 0 0; margin: 0 -1rem; overflow-x: auto; scrollbar-width: none; }
  nav p { display: none; }
  nav ol { display: flex; gap: 0.4rem; padding: 0 1rem; width: max-content; }
  nav a { border: 1px solid var(--line); border-radius: 99px; padding: 0.3rem 0.8rem; white-space: nowrap; }
  main { padding: 2.5rem 0 4rem; }
}
@media (max-width: 640px) {
  h1 { font-size: 2rem; }
  h2 { font-size: 1.45rem; }
  section { margin-top: 3.5rem; padding-top: 2rem; }
  .description { font-size: 1.05rem; }
  .facts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem 1.25rem; }
  .lead { font-size: 1rem; }
  .cards, .grid { grid-template-columns: minmax(0, 1fr); }
  .card { padding: 1.25rem; }
  .levels dd { flex-direction: column; align-items: flex-end; gap: 0; }
  .rows div { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
  figure .wide { display: none; }
  figure .phone { display: block; }
  .kpis, .kpis tbody, .phases, .phases tbody, .assumptions, .assumptions tbody { display: block; }
  .kpis thead, .phases thead, .assumptions thead { display: none; }
  .kpis tr, .phases tr, .assumptions tr { display: block; padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
  .kpis th, .kpis td, .phases th, .phases td, .assumptions th, .assumptions td { display: block; width: auto !important; border: 0; padding: 0.2rem 0; }
  .kpis th[scope="row"], .phases th[scope="row"] { font-weight: 650; }
  .kpis td, .phases td { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0.75rem; padding: 0.4rem 0; }
  .who { display: block; font-size: 0.875rem; line-height: 1.6; }
  .who .name { font-weight: 400; }
  .fold { padding: 0 1rem; }
  .periods { font-size: 0.8125rem; table-layout: fixed; }
  .periods th:first-child { width: 31%; }
  .periods th, .periods td { padding-right: 0.5rem; }
  .periods td small { display: block; font-size: 0.6875rem; line-height: 1.3; }
  .checks li { grid-template-columns: 1fr; gap: 0.2rem; }
}
`;

const print = `
@page { margin: 16mm 14mm; }
@media print {
  html { font-size: 10.5pt; }
  body { font-size: 10.5pt; line-height: 1.45; }
  .layout { display: block; max-width: none; padding: 0; }
  nav, figcaption button, figure .live { display: none !important; }
  main { padding: 0; }
  section { margin-top: 2rem; padding-top: 1.25rem; }
  h2, h3, figcaption { break-after: avoid; }
  figure, .card, tr, .note, .command { break-inside: avoid; }
  figure .static { display: block !important; }
  figure .wide { display: block !important; }
  figure .phone { display: none !important; }
  figure.half svg { max-width: 9cm; }
  thead { display: table-header-group; }
  details::details-content { display: block; content-visibility: visible; block-size: auto; }
  .definition > p, .definition > ul, .phase > summary::before { display: none; }
  a { color: inherit; text-decoration: none; }
}
`;

/** The whole style sheet. */
export const styleSheet = base + pieces + phone + print;

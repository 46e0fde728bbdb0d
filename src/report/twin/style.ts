/** The style of timelines, beside the house's. */

export const twinStyle = `
.timeline { display: grid; grid-template-columns: 8.5rem repeat(var(--lanes), minmax(0, 1fr)); font-size: 0.9375rem; line-height: 1.45; margin: 1rem 0 1.5rem; }
.timeline > div { padding: 0.5rem 1rem 0.5rem 0; border-top: 1px solid #f0f3f5; }
.timeline .lane-head { font-size: 0.8125rem; border: 0; padding-bottom: 0.6rem; }
.timeline .when { color: var(--soft); font-size: 0.8125rem; line-height: 1.65; white-space: nowrap; }
.timeline .when b { color: var(--ink); font-weight: 600; margin-right: 0.4em; }
.timeline .all { grid-column: 2 / -1; }
.timeline .differs { background: #fffaf0; }
.timeline .cell.differs { padding-left: 0.75rem; border-left: 3px solid var(--lane); }
.timeline .nothing { color: #9aa5b1; }
.timeline .part { grid-column: 1 / -1; background: var(--ink); color: #fff; border-radius: 8px; padding: 0.4rem 1rem; margin: 0.6rem 0; font-weight: 600; font-size: 0.875rem; border: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.timeline p { margin: 0 0 0.2rem; max-width: none; }
.timeline .cell > .who { display: none; }
.ph { display: inline-block; font-size: 0.6875rem; font-weight: 600; line-height: 1.5; border-radius: 4px; padding: 0 0.35rem; margin-right: 0.45em; color: var(--soft); background: #eef1f4; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.ph-awareness { background: #f3e6f0; color: #7d3a66; }
.ph-consideration { background: #e6eff6; color: #0b4f79; }
.ph-decision { background: #e2f3ec; color: #00634a; }
.ph-service { background: #fcebe1; color: #a23b00; }
.ph-loyalty { background: #fff3d6; color: #7a4d00; }
.is-bad { color: var(--worse); }
.is-good { color: var(--better); }
.chip { white-space: nowrap; font-size: 0.75rem; font-weight: 600; border: 1px solid var(--line); background: #fff; border-radius: 99px; padding: 0 0.45rem; margin-left: 0.35em; color: var(--soft); }
.chip.up { color: var(--better); }
.chip.down { color: var(--worse); }
.legend-phases { display: flex; flex-wrap: wrap; gap: 0.35rem; margin: 0 0 1rem; }
.sums .differs td { font-weight: 600; }
.sums td, .sums th { padding-top: 0.45rem; padding-bottom: 0.45rem; }
@media (max-width: 640px) {
  .scroll .sums { min-width: 0; font-size: 0.875rem; }
  .sums th, .sums td { padding-right: 0.5rem; }
  .timeline { display: block; }
  .timeline .lane-head { display: none; }
  .timeline .when { border-top: 1px solid var(--line); padding-bottom: 0; }
  .timeline .cell { border: 0; padding-top: 0.2rem; }
  .timeline .cell > .who { display: block; }
  .timeline .nothing { display: none; }
}
`;

/** The only program of ours in the page: it turns charts into interactive ones when asked, and folds the long tables. */

/**
 * Plain browser script, kept as text because it is not compiled. Charts stay as drawn until a reader points at one, and come back
 * if Vega fails. Expressions are interpreted (`ast`), so the page needs no `unsafe-eval`.
 */
export const clientProgram = `
(() => {
  "use strict";
  const specs = JSON.parse(document.getElementById("chart-specs").textContent);
  const options = { mode: "vega-lite", ast: true, renderer: "svg", logLevel: 1, actions: { export: true, source: false, compiled: false, editor: false } };

  const isPhone = () => matchMedia("(max-width: 640px)").matches;

  async function explore(figure) {
    if (figure.dataset.state) return;
    figure.dataset.state = "loading";
    const id = figure.dataset.chart;
    const live = figure.querySelector(".live");
    try {
      const spec = specs[id][isPhone() ? "phone" : "wide"];
      await vegaEmbed(live.firstElementChild, spec, { ...options, downloadFileName: id });
      live.hidden = false;
      figure.dataset.state = "live";
      figure.querySelector("button")?.remove();
    } catch {
      live.hidden = true;
      figure.dataset.state = "failed";
      figure.querySelector("button")?.remove();
    }
  }

  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Explore";
    button.title = "Show values on pointing, save as picture";
    button.addEventListener("click", () => explore(figure));
    figure.querySelector("figcaption").append(button);
    figure.querySelector(".static").addEventListener("mouseenter", () => explore(figure), { once: true });
  }

  const folds = document.querySelectorAll("details.fold");
  const phases = document.querySelectorAll("details.phase");
  for (const fold of folds) fold.open = false;
  for (const phase of phases) if (isPhone() || phase.classList.contains("many")) phase.open = false;
  addEventListener("beforeprint", () => { for (const part of [...folds, ...phases]) part.open = true; });
})();
`;

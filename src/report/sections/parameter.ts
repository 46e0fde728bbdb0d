/** Parameters on a page: a name that people read, and the path that they copy. */

import { html, type Html } from "../page/html.ts";
import { differenceName, parameterName } from "../text/parameter-name.ts";

function named(name: string, code: string): Html {
  return name === code ? html`${name}` : html`${name} <small class="path"><code>${code}</code></small>`;
}

/** A parameter's name with its path below. */
export function parameterHtml(path: string): Html {
  return named(parameterName(path), path);
}

/** A capability's or lever's name with its id below. */
export function differenceHtml(id: string): Html {
  return named(differenceName(id), id);
}

/** An interval below its figure, which breaks nowhere but between its ends. */
export function intervalHtml(interval: string | null): Html | null {
  if (interval === null) return null;
  const [low = "", ...high] = interval.split(" to ");
  return html`<small class="below"><span class="part">${low}</span>${high.map((end) => html` to <span class="part">${end}</span>`)}</small>`;
}

/** A tagged template for HTML in which every value is escaped unless it is HTML already. */

/** A piece of HTML that may be put into a page as it is. Only this file and trusted builders make one. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand in a `${…}`: text is escaped, lists are joined, `null`, `undefined` and `false` vanish. */
export type HtmlValue = string | number | Html | false | null | undefined | readonly HtmlValue[];

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that is safe as element content and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Builds HTML; text values are escaped. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const pieces = parts.map((part, index) => part + render(values[index]));
  return new Html(pieces.join(""));
}

/** Marks text of our own (a style sheet, a rendered SVG) as HTML. Never give it text from a scenario. */
export function trusted(text: string): Html {
  return new Html(text);
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join("");
  return escapeHtml(String(value));
}

/** JSON that can stand in a `<script type="application/json">`: no `<` is left that could end it. */
export function jsonForScript(value: unknown): Html {
  const text = JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/>/g, "\\u003e")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
  return new Html(text);
}

/** A program that can stand in a `<script>`: what would end the element or open a comment is broken up. */
export function programForScript(program: string): Html {
  return new Html(program.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--"));
}

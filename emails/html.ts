/** Text that is HTML already. Only `html` makes it. */
export type Html = { readonly html: string };

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

type Part = string | Html | readonly Html[];

const asHtml = (part: Part): string => {
  if (typeof part === "string") return escaped(part);
  return "html" in part ? part.html : part.map((one) => one.html).join("");
};

/** Builds HTML; whatever is put in is escaped, unless `html` made it. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((whole, text, i) => whole + asHtml(parts[i - 1] ?? "") + text) };
}

/**
 * HTML as a list of tags and texts that two writers of the same page agree on: attributes in order, classes without
 * gaps, white space once, entities decoded, comments and empty texts gone. Enough for comparing components; no parser.
 */
export function markup(html: string): string[] {
  const found: string[] = [];
  const pieces =
    /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:\s*=\s*"[^"]*")?)*)\s*(\/?)>|[^<]+/gi;
  for (const [piece, closes, tag, attributes] of html.matchAll(pieces)) {
    if (piece.startsWith("<!--")) continue;
    if (tag === undefined) {
      const text = decoded(piece).replace(/\s+/g, " ").trim();
      if (text === "") continue;
      // React parts a sentence into several texts where a value was put in.
      const last = found.at(-1);
      if (last?.startsWith("“") === true)
        found[found.length - 1] = `“${`${last.slice(1, -1)} ${text}`.trim()}”`;
      else found.push(`“${text}”`);
    } else if (closes === "/") {
      if (!voids.has(tag)) found.push(`/${tag}`);
    } else {
      found.push([tag, ...attributesIn(attributes ?? "")].join(" "));
    }
  }
  return found;
}

const voids = new Set(["input", "br", "hr", "img", "meta", "link", "path"]);

function attributesIn(text: string): string[] {
  const found = [...text.matchAll(/([^\s=]+)(?:\s*=\s*"([^"]*)")?/g)].map(([, name = "", value = ""]) => {
    const said = decoded(value);
    return name === "class"
      ? `class=${said.split(/\s+/).filter(Boolean).sort().join(" ")}`
      : `${name.toLowerCase()}=${said}`;
  });
  return found.filter((attribute) => attribute !== "class=").sort();
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00A0" };

export const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (entity, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return named[name ?? ""] ?? entity;
    },
  );

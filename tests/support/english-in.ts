const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&#39;": "'",
};
const plain = (html: string) =>
  html.replace(
    /&[#\w]+;/g,
    (entity) => entities[entity] ?? String.fromCodePoint(Number(entity.slice(2, -1))),
  );

/** What is read or heard although it stands in an attribute. */
const heard = /\s(?:aria-label|alt|title|placeholder|data-i18n[\w.-]*)="([^"]*)"/g;

/**
 * The pieces of a page with English letters in them that somebody would read or hear. What says of itself that it is
 * English does not count.
 * @param data what no catalogue holds: names, numbers and what was typed
 */
export function englishIn(html: string, data: readonly string[]): string[] {
  const shown = html
    .replace(/<(?:script|style)\b.*?<\/(?:script|style)>/gs, "")
    .replace(/<(\w+)\b[^>]* lang="en"[^>]*>.*?<\/\1>/gs, "");
  const pieces = [
    ...[...shown.matchAll(heard)].map(([, words = ""]) => words),
    ...shown.replace(/<textarea\b.*?<\/textarea>/gs, "").split(/<[^>]*>/),
  ];
  // Longer ones first: "Jo Ashdown" before "Jo".
  const known = [...new Set(data)].filter((one) => one !== "").sort((a, b) => b.length - a.length);
  return pieces
    .map((piece) =>
      known.reduce((text, one) => text.replaceAll(one, ""), plain(piece).replaceAll("%{count}", "")),
    )
    .filter((piece) => /[A-Za-z]/.test(piece));
}

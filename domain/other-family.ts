/** Names that begin a sentence as words, too. Anywhere else a capital letter says that it is a name. */
const words = new Set(
  (
    "amber angel april art august autumn blessing chance chase dawn drew faith grace grant hope joy june junior " +
    "justice king mark may mercy patience prince rob rose sonny summer will"
  ).split(" "),
);

const capitalised = /\p{Lu}[\p{L}\p{M}'’-]*/gu;

/**
 * Children of other families whose names stand in a text: what is pasted from one contact into another is read later as
 * if it were about this child.
 * @param others first names of children whom the writer read of elsewhere
 * @param here everything that this contact says: a name that stands in it belongs here
 */
export function namesOfOthers(
  text: string,
  { others, here }: { others: readonly string[]; here: string },
): string[] {
  const same = (name: string) => name.replaceAll("’", "'").toLowerCase();
  const theirs = new Map(others.filter((name) => name.length > 2).map((name) => [same(name), name]));
  const ours = new Set((here.match(/[\p{L}\p{M}'’-]+/gu) ?? []).map(same));
  const found = new Set<string>();
  for (const { 0: word, index } of text.matchAll(capitalised)) {
    const name = theirs.get(same(word)) ?? theirs.get(same(word.replace(/['’]s$/, "")));
    const begins = /(^|[.!?:\n])["“'‘(\s]*$/.test(text.slice(0, index));
    if (name !== undefined && !ours.has(same(name)) && !(begins && words.has(same(name)))) found.add(name);
  }
  return [...found];
}

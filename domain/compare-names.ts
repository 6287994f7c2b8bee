import type { MatchFact } from "./match-facts.ts";
import type { MatchSubject } from "./match-subject.ts";
import { nameWords, nearlyTheSame, soundAlike, surnameParts } from "./names.ts";
import { sameByNickname } from "./nicknames.ts";

/** same: one name, also by nickname. close: sounds alike or one slip apart. */
export type Likeness = "same" | "close" | "differs" | "unknown";

export type NameLikeness = {
  first: Likeness;
  last: Likeness;
  /** The first name itself is the same: twins can be called Anna and Hannah, so a nickname alone is never sure. */
  firstItself: boolean;
  facts: MatchFact[];
};

type Named = Pick<MatchSubject, "firstName" | "lastName" | "alsoKnownAs">;

export function compareNames(one: Named, other: Named): NameLikeness {
  const [a, b] = [loneName(one, other), loneName(other, one)];
  const straight = { first: compareFirst(a, b), last: compareLast(a.lastName, b.lastName) };
  const swapped = swappedNames(a, b);
  if (swapped && (straight.first.likeness !== "same" || straight.last.likeness !== "same")) {
    return { first: "same", last: "same", firstItself: true, facts: ["names_swapped"] };
  }
  return {
    first: straight.first.likeness,
    last: straight.last.likeness,
    firstItself: straight.first.likeness === "same" && !straight.first.facts.includes("first_nickname"),
    facts: [...straight.first.facts, ...straight.last.facts],
  };
}

/**
 * "Okafor" alone in the box for the first name is a surname when the other's surname says so. It is moved over, so that
 * it is neither taken for another first name nor counted twice.
 */
function loneName(a: Named, b: Named): Named {
  if (nameWords(a.lastName).length > 0 || nameWords(b.lastName).length === 0) return a;
  const asFirst = compareFirst(a, b).likeness;
  const asLast = compareLast(a.firstName, b.lastName).likeness;
  return asFirst === "differs" && (asLast === "same" || asLast === "close")
    ? { ...a, firstName: null, lastName: a.firstName }
    : a;
}

type Found = { likeness: Likeness; facts: MatchFact[] };
const found = (likeness: Likeness, ...facts: MatchFact[]): Found => ({ likeness, facts });

function compareFirst(a: Named, b: Named): Found {
  const direct = compareGiven(nameWords(a.firstName), nameWords(b.firstName));
  if (direct.facts.includes("first_same")) return direct;
  if (knownAs(a, b) || knownAs(b, a)) return found("same", "known_as");
  return direct;
}

function compareGiven(a: readonly string[], b: readonly string[]): Found {
  const [first, other] = [a[0], b[0]];
  if (first === undefined || other === undefined) return found("unknown");
  // "Mary Jane", "Maryjane" and "Mary" are one child's names often enough; "Jane" alone is her second name.
  if (first === other || a.join("") === b.join("")) return found("same", "first_same");
  if ((a.length > 1 && a.includes(other)) || (b.length > 1 && b.includes(first)))
    return found("close", "first_similar");
  if (sameByNickname(first, other)) return found("same", "first_nickname");
  if (nearlyTheSame(first, other)) return found("close", "first_similar");
  if (soundAlike(first, other) && first[0] === other[0]) return found("close", "first_sounds");
  if (isInitial(first, other) || isInitial(other, first)) return found("unknown");
  return found("differs", "first_differs");
}

/** "J." is no name to compare by, and no contradiction either while it fits. */
function isInitial(short: string, long: string): boolean {
  return short.length === 1 && long.startsWith(short);
}

/** Whether what `a` is also known as holds the other's first name. */
function knownAs(a: Named, b: Named): boolean {
  const names = nameWords(a.alsoKnownAs);
  const first = nameWords(b.firstName)[0];
  const otherNames = nameWords(b.alsoKnownAs);
  return (
    (first !== undefined && names.includes(first)) || (names[0] !== undefined && names[0] === otherNames[0])
  );
}

function compareLast(a: string | null, b: string | null): Found {
  const [wordsA, wordsB] = [nameWords(a), nameWords(b)];
  if (wordsA.length === 0 || wordsB.length === 0) return found("unknown");
  if (wordsA.join("") === wordsB.join("")) return found("same", "last_same");
  const [partsA, partsB] = [surnameParts(a), surnameParts(b)];
  if (partsA.some((part) => part.length > 1 && partsB.includes(part))) return found("close", "last_part");
  const some = (alike: (x: string, y: string) => boolean) =>
    partsA.some((x) => partsB.some((y) => alike(x, y)));
  if (some(nearlyTheSame)) return found("close", "last_similar");
  if (some(soundAlike)) return found("close", "last_sounds");
  return found("differs", "last_differs");
}

function swappedNames(a: Named, b: Named): boolean {
  const [firstA, lastA] = [nameWords(a.firstName).join(""), nameWords(a.lastName).join("")];
  const [firstB, lastB] = [nameWords(b.firstName).join(""), nameWords(b.lastName).join("")];
  return firstA !== "" && lastA !== "" && firstA === lastB && lastA === firstB;
}

const words = [
  ...[
    "do not know",
    "don['’]?t know",
    "dont no",
    "dunno",
    "not sure",
    "not known",
    "unknown",
    "no idea",
    "n/a",
  ],
  ...["nie wiem", "nie znam", "nieznan[aey]", "[?.\\-–]+"],
].join("|");
const notKnown = new RegExp(`^(?:i |name )?(?:${words})[.!?]*$`, "iu");

/** Somebody writes "dont know" into the box for a name, because a box asks; nobody is called that. */
export const saysNotKnown = (typed: string | null | undefined): boolean =>
  typed != null && notKnown.test(typed.trim().replace(/\s+/gu, " "));

/** Names without what only says that they are not known, be it in one box or across two. */
export function knownNames<Typed extends { firstName: string | null; lastName: string | null }>(
  typed: Typed,
): Typed {
  const { firstName, lastName } = typed;
  if (saysNotKnown([firstName, lastName].filter((name) => name !== null).join(" ")))
    return { ...typed, firstName: null, lastName: null };
  return {
    ...typed,
    firstName: saysNotKnown(firstName) ? null : firstName,
    lastName: saysNotKnown(lastName) ? null : lastName,
  };
}

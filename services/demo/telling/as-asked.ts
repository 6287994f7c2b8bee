import type { SnapshotPage, Submission } from "#domain/questions/submission";

/** The evidence copy of something that was told by phone or notice: what was asked, and the words of the answer. */
export function asAsked(told: Omit<Submission, "snapshot">): Submission["snapshot"] {
  const page = (
    questionId: string,
    title: string,
    entries: readonly [string, string | null][],
  ): SnapshotPage[] => {
    const answered = entries.flatMap(([label, value]) => (value ? [{ label, value }] : []));
    return answered.length > 0
      ? [{ questionId, wordingVersion: 1, title, item: null, entries: answered }]
      : [];
  };
  const { children, adults, referrer, parents } = told;
  const name = (child: (typeof children)[number]) =>
    [child.firstName, child.lastName].filter(Boolean).join(" ") || child.description;
  return {
    contact: [
      ...page("danger", "Is a child in danger right now?", [["Answer", told.danger.replace("_", " ")]]),
      ...page("soon", "Will something happen in the next few hours?", [
        ["Time", told.nextEvent?.time ?? null],
        ["With whom", told.nextEvent?.detail ?? null],
      ]),
      ...children.flatMap((child) =>
        page("children", child.standing === "subject" ? "The child" : "Another child of the home", [
          ["Name", name(child)],
          ["Date of birth", child.birth.kind === "born" ? child.birth.date : null],
          ["About how old", child.birth.kind === "about" ? child.birth.words : null],
          ["School", child.school],
        ]),
      ),
      ...page("where", "Where does the child live?", [
        ["Address", told.address?.lines.join("\n") ?? null],
        ["Postcode", told.address?.postcode ?? null],
      ]),
      ...page("what-happened", "What has happened?", [["Account", told.whatHappened]]),
      ...page("effect", "What is it like for this child?", [
        ["Effect", told.effect],
        ["Going well", told.goingWell],
        ["Tried already", told.alreadyTried],
      ]),
      ...adults.flatMap((adult) =>
        page("family", "A person in the family", [
          ["Name", adult.name],
          ["Relationship", adult.relationship],
        ]),
      ),
      ...page("parents", "Have you told the parents?", [
        ["Told", parents?.told ?? null],
        ["What they said", parents?.said ?? null],
      ]),
    ],
    referrer: page("you", "Who is telling us", [
      ["Name", referrer.name],
      ["Job", referrer.job],
      ["Organisation", referrer.organisation],
      ["Email", referrer.email],
      ["Phone", referrer.phone],
    ]),
  };
}

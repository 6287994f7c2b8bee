/**
 * The parts of a record as its form asks for them. Twenty boxes in a row are not read; under six headings each of them
 * is found. What no part names belongs to the outcome itself.
 */
const parts: readonly { title: string; fields: readonly string[] }[] = [
  { title: "Level and reason", fields: ["level", "reason", "whyNotHigher", "whyNotLower"] },
  { title: "The child", fields: ["line", "childsLife", "childSays", "safeNow", "lookAgain", "equality"] },
  {
    title: "History and checks",
    fields: ["historyRead", "historyChanges", "historyBecause", "goingAheadBecause"],
  },
  {
    title: "Parents and carers",
    fields: [
      ...["parentsTold", "notToldBecause", "parentsViews", "whoTells", "agreement", "notAskedBecause"],
      ...["agreedBy", "agreedOn", "agreedHow", "agreedTo", "askFirstBy"],
    ],
  },
];
const ownTitle = "For this outcome";
const last = { title: "Telling the referrer", fields: ["feedback", "noFeedbackBecause"] };

/** The names of a record's fields under their headings; a heading with nothing under it is left out. */
export function inSections(names: readonly string[]): { title: string; names: string[] }[] {
  const named = new Set([...parts, last].flatMap(({ fields }) => fields));
  const own = { title: ownTitle, fields: names.filter((name) => !named.has(name)) };
  return [...parts, own, last]
    .map(({ title, fields }) => ({ title, names: fields.filter((name) => names.includes(name)) }))
    .filter((section) => section.names.length > 0);
}

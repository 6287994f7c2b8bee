import { parsePostcode } from "../postcode.ts";
import type { SnapshotEntry } from "../questions/question.ts";
import type { SnapshotPage, Submission, SubmittedAddress } from "../questions/submission.ts";
import type { Worry } from "../questions/worries.ts";
import { policeFields } from "./fields.ts";
import { fieldLabel, type Notice } from "./notice.ts";

/** Counted up whenever a label of the fields changes. */
const wordingVersion = 1;

/** Who of the force can be asked. */
export type ForceContact = { officer: string; email: string; phone: string | null; force: string };

/** Worries that words in the type of a notice stand for. The summary says the rest. */
const worryWords: readonly (readonly [RegExp, Worry])[] = [
  [/domestic|violence|dash/i, "home_violence"],
  [/missing|abscond/i, "missing"],
  [/sexual|indecent/i, "sexual_harm"],
  [/exploit|county line|gang|groom|online/i, "groomed"],
  [/drug|alcohol|substance|drunk/i, "adult_substances"],
  [/mental|self.?harm|suicid/i, "child_mental_health"],
  [/neglect|home alone|left alone/i, "not_looked_after"],
  [/assault|injur|physical/i, "hurt"],
];

/**
 * A police notice, as every contact is kept. A grade of high says that somebody may be in danger: such a notice goes to
 * whoever is awake at once, and a manager signs what becomes of it.
 */
export function submissionOfNotice(notice: Notice, contact: ForceContact): Submission {
  const { values } = notice;
  const text = (name: string): string | null => values[name] || null;
  const type = text("type") ?? "";
  const worries = worryWords.filter(([words]) => words.test(type)).map(([, worry]) => worry);
  const childSaid = text("childSaid");
  const noContact = text("noContact");
  const done = ["action", "conditions", "encompass"].flatMap((name) =>
    text(name) === null ? [] : [`${fieldLabel(name)}: ${values[name] ?? ""}`],
  );
  return {
    ...{ audience: "professional", language: "en", partial: false },
    ...{
      danger: notice.grade === "high" ? "not_sure" : "no",
      called999: null,
      nextEvent: null,
      childNow: null,
    },
    ...{ children: notice.children, adults: notice.adults, householdKnown: false },
    ...{ address: addressOf(text("address"), text("postcode")), seenAt: null, otherPlaces: null },
    ...{
      worries: worries.length > 0 ? worries : ["something_else"],
      otherWorry: type,
      positionOfTrust: false,
    },
    ...{ whatHappened: text("summary") ?? "", effect: text("childrenPresent"), goingWell: null },
    alreadyTried: done.length === 0 ? null : done.join("\n"),
    parents:
      childSaid === null
        ? null
        : {
            ...{ told: "not_known", said: null, agreeToSupport: null, untoldReasons: [], untoldDetail: null },
            ...{ childTold: null, childSaid },
          },
    safeContact:
      noContact === null
        ? null
        : { risks: ["other"], detail: noContact, interpreter: null, communication: null },
    helpers: [],
    referrer: {
      ...{ name: contact.officer, job: "Police", organisation: contact.force, sourceCode: "6" },
      // One officer answers for hundreds of notices: an email about each would hide the one that matters.
      ...{ email: null, phone: contact.phone, reachable: `By email: ${contact.email}` },
    },
    snapshot: snapshotOf(notice, contact),
  };
}

function addressOf(address: string | null, postcode: string | null): SubmittedAddress | null {
  const known = postcode === null ? null : parsePostcode(postcode);
  const lines = [...(address ?? "").split("\n"), known === null ? (postcode ?? "") : ""].filter(
    (line) => line !== "",
  );
  return lines.length === 0 && known === null ? null : { lines, postcode: known };
}

/** Which page of the forms asks the same: where an address is kept secret, and what is told to somebody, go by it. */
const pageOf = (field: string): string => {
  if (field.startsWith("child") && /^child\d/.test(field)) return "children";
  if (field.startsWith("adult")) return "family";
  if (field === "address" || field === "postcode") return "where";
  if (field === "noContact") return "safety";
  if (field === "childSaid") return "parents";
  if (field === "summary") return "what-happened";
  // What only a force knows tells who sent it: it is the force's to give (domain/access.ts).
  return "notice";
};
const titles: Readonly<Record<string, string>> = {
  notice: "The notice",
  "what-happened": "What has happened",
  children: "Child",
  where: "Where they are",
  family: "Adult",
  parents: "What the child said",
  safety: "Keeping people safe",
};

/** What the row said as evidence, under our labels, each child and adult by itself. */
function snapshotOf(
  { values }: Notice,
  { officer, email, phone, force }: ForceContact,
): Submission["snapshot"] {
  const pages = new Map<string, SnapshotPage & { entries: SnapshotEntry[] }>();
  for (const { name, label } of policeFields) {
    const value = values[name];
    if (value === undefined || value === "") continue;
    const questionId = pageOf(name);
    const [, number] = /^(?:child|adult)(\d)/.exec(name) ?? [];
    const item = number === undefined ? null : Number(number);
    const key = `${questionId} ${item ?? ""}`;
    const page = pages.get(key) ?? {
      questionId,
      wordingVersion,
      title: titles[questionId] ?? "",
      item,
      entries: [],
    };
    page.entries.push({ label, value });
    pages.set(key, page);
  }
  const who = [
    { label: "Force", value: force },
    { label: "Officer for questions", value: officer },
    { label: "Email", value: email },
    ...(phone === null ? [] : [{ label: "Telephone", value: phone }]),
  ];
  return {
    contact: [...pages.values()],
    referrer: [{ questionId: "you", wordingVersion, title: "Who sent it", item: null, entries: who }],
  };
}

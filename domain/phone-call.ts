import { z } from "zod";
import { dangerAnswers, type Audience } from "./intake.ts";
import { parsePostcode } from "./postcode.ts";
import type { Birth, SnapshotPage, Submission, SubmittedChild } from "./questions/submission.ts";
import { saysNotKnown } from "./questions/says-not-known.ts";
import { yearsIn } from "./questions/typed-age.ts";
import { readTypedDate } from "./questions/typed-date.ts";
import { optionalText, typedText } from "./questions/typed-text.ts";
import type { SourceCode } from "./questions/you.ts";

/** Who is on the phone, with whose words the contact is then read and what the census counts it as. */
export const callers = {
  school: { text: "School or nursery", audience: "professional", sourceCode: "2A" },
  health: { text: "Health", audience: "professional", sourceCode: "3F" },
  police: { text: "Police", audience: "professional", sourceCode: "6" },
  council: { text: "Another part of the council", audience: "professional", sourceCode: "5B" },
  agency: { text: "Another service or a charity", audience: "professional", sourceCode: "8" },
  parent: { text: "A parent or carer, about their own family", audience: "family", sourceCode: "1A" },
  relative: { text: "A relative or friend of the family", audience: "public", sourceCode: "1B" },
  public: { text: "A neighbour or somebody else", audience: "public", sourceCode: "1D" },
  child: { text: "The child or young person", audience: "young_person", sourceCode: "1C" },
} as const satisfies Record<string, { text: string; audience: Audience; sourceCode: SourceCode }>;
export type Caller = keyof typeof callers;
export const callerNames = Object.keys(callers) as [Caller, ...Caller[]];

/** Children that one call is about; a bigger family is typed in one line each and put right later. */
const callChildren = 4;

/** What the call taker reads out, in the order in which people talk. */
export const callLabels = {
  danger: "Is a child in danger right now?",
  account: "What has happened?",
  where: "Where does the child live, or where were they seen?",
  postcode: "Postcode, if they know it",
  others: "Who else is there?",
  next: "What happens next, and when?",
  caller: "Who is calling?",
  name: "Their name",
  phone: "Number to call them back",
  noNumber: "There is no number to call back",
  organisation: "Where they work",
  secret: "Do not tell the family who called",
  parents: "Do the parents know that they are calling?",
  safe: "Anything that makes it unsafe to call or visit",
} as const;

const child = (n: number) => ({ name: `child${n}`, age: `age${n}` }) as const;
export const childFields = Array.from({ length: callChildren }, (_, i) => child(i + 1));

export const callFields: readonly string[] = [
  ...["danger", "account", ...childFields.flatMap(({ name, age }) => [name, age])],
  ...["where", "postcode", "others", "next", "caller", "name", "phone", "organisation"],
  ...["parents", "safe"],
];
export const callTicks: readonly string[] = ["secret", "noNumber"];

const parentsKnow = { yes: "Yes", no: "No", not_known: "Not known" } as const;
export const parentsKnowNames = Object.keys(parentsKnow) as [
  keyof typeof parentsKnow,
  ...(keyof typeof parentsKnow)[],
];
export const parentsKnowWords: Record<keyof typeof parentsKnow, string> = parentsKnow;

const childText = Object.fromEntries(
  childFields.flatMap(({ name, age }) => [
    [name, optionalText(200)],
    [age, optionalText(100)],
  ]),
);

/** Four answers that a call cannot be sent without: danger, what happened, who calls, and one clue to the child. */
export const callSchema = z
  .object({
    danger: z.enum(dangerAnswers, "Ask whether a child is in danger right now"),
    account: typedText(20_000, "Write what they said"),
    where: optionalText(1_000),
    postcode: optionalText(20),
    others: optionalText(2_000),
    next: optionalText(300),
    caller: z.enum(callerNames, "Say who is calling"),
    name: optionalText(200),
    phone: optionalText(100),
    organisation: optionalText(200),
    secret: z.union([z.literal("yes"), z.array(z.string())]).optional(),
    noNumber: z.union([z.literal("yes"), z.array(z.string())]).optional(),
    parents: z.enum(parentsKnowNames).optional(),
    safe: optionalText(2_000),
  })
  .and(z.object(childText))
  .superRefine((call, problems) => {
    const said = call as Record<string, unknown>;
    const clue = [...childFields.flatMap(({ name, age }) => [name, age]), "where", "postcode"].some(
      (field) => typeof said[field] === "string",
    );
    if (!clue)
      problems.addIssue({
        code: "custom",
        path: ["child1"],
        message: "Write one thing by which the child can be found: a name, an age, a place",
      });
  });
export type Call = z.output<typeof callSchema>;

/** "4 March 2018", "4/3/18", "about 7", "a baby". */
function birthIn(typed: string | null, today: string): Birth {
  if (typed === null) return { kind: "not_known" };
  const date = readTypedDate({ "born-day": typed }, "born", today);
  if (date.is === "date" && date.date <= today) return { kind: "born", date: date.date };
  return { kind: "about", years: yearsIn(typed), words: typed };
}

function childOf(name: string | null, age: string | null, today: string): SubmittedChild {
  const [first, ...rest] = (name === null || saysNotKnown(name) ? "" : name).split(/\s+/).filter(Boolean);
  return {
    firstName: first ?? null,
    lastName: rest.length > 0 ? rest.join(" ") : null,
    ...{ knownAs: null, description: first === undefined ? "Not named by the caller" : null },
    birth: birthIn(age, today),
    ...{ sex: "U", nhsNumber: null, upn: null, school: null, standing: "subject" },
    ...{ relationship: null, livesWithChild: null, mayBeRisk: false, facts: null },
  };
}

/** The children that were typed so far, for looking them up while the caller talks. */
export function childrenIn(typed: Readonly<Record<string, unknown>>, today: string): SubmittedChild[] {
  const text = (field: string) => {
    const value = typed[field];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  return childFields.flatMap(({ name, age }) =>
    text(name) === null && text(age) === null ? [] : [childOf(text(name), text(age), today)],
  );
}

export function addressIn({ where, postcode }: Readonly<Record<string, unknown>>): Submission["address"] {
  const [place, code] = [where, postcode].map((value) => (typeof value === "string" ? value.trim() : ""));
  const known = parsePostcode(code ?? "");
  const lines = [place ?? "", known === null ? (code ?? "") : ""].filter((line) => line !== "");
  return lines.length === 0 && known === null ? null : { lines, postcode: known };
}

/** What somebody said on the phone, as every contact is kept. */
export function callSubmission(call: Call, today: string): Submission {
  const { audience, sourceCode } = callers[call.caller];
  const children = childrenIn(call, today);
  const { phone = null, organisation = null } = call;
  const name = saysNotKnown(call.name) ? null : (call.name ?? null);
  return {
    ...{ audience, language: "en", danger: call.danger, called999: null },
    nextEvent: call.next == null ? null : { at: null, kind: "other", time: null, detail: call.next },
    ...{
      childNow: null,
      children: children.length > 0 ? children : [childOf(null, null, today)],
      adults: [],
    },
    ...{ householdKnown: false, address: addressIn(call), seenAt: null, otherPlaces: null },
    ...{ worries: [], otherWorry: null, positionOfTrust: false },
    whatHappened: [call.account, call.others == null ? null : `Who else is there: ${call.others}`]
      .filter((part) => part !== null)
      .join("\n\n"),
    ...{ effect: null, goingWell: null, alreadyTried: null, helpers: [], parents: parentsOf(call) },
    safeContact:
      call.safe == null ? null : { risks: [], detail: call.safe, interpreter: null, communication: null },
    keepSenderSecret: call.secret !== undefined,
    referrer: { name, phone, organisation, sourceCode, job: null, email: null, reachable: null },
    snapshot: snapshotOf(call),
    partial: false,
  };
}

function parentsOf({ parents }: Call): Submission["parents"] {
  if (parents === undefined || parents === "not_known") return null;
  return {
    told: parents,
    ...{
      said: null,
      agreeToSupport: null,
      untoldReasons: [],
      untoldDetail: null,
      childTold: null,
      childSaid: null,
    },
  };
}

const wordingVersion = 1;

function snapshotOf(call: Call): Submission["snapshot"] {
  const said = call as Readonly<Record<string, unknown>>;
  const words = (field: string): string => {
    const value = said[field];
    if (field === "danger") return { yes: "Yes", no: "No", not_sure: "Not sure" }[call.danger];
    if (field === "noNumber") return call.noNumber === undefined || call.phone != null ? "" : "Yes";
    if (field === "caller") return callers[call.caller].text;
    if (field === "parents") return call.parents === undefined ? "" : parentsKnowWords[call.parents];
    return typeof value === "string" ? value : "";
  };
  const page = (questionId: string, title: string, fields: readonly [string, string][]): SnapshotPage[] => {
    const entries = fields.flatMap(([field, label]) =>
      words(field) === "" ? [] : [{ label, value: words(field) }],
    );
    return entries.length === 0 ? [] : [{ questionId, wordingVersion, title, item: null, entries }];
  };
  const asked = (...fields: (keyof typeof callLabels)[]) =>
    fields.map((field): [string, string] => [field, callLabels[field]]);
  const children = childFields.flatMap(({ name, age }, i): [string, string][] => [
    [name, `Child ${i + 1}`],
    [age, `Child ${i + 1}: age or date of birth`],
  ]);
  return {
    contact: [
      ...page("danger", "Danger", asked("danger")),
      ...page("what-happened", "What they said on the phone", asked("account", "others", "next")),
      ...page("children", "Children", children),
      ...page("where", "Where the child is", asked("where", "postcode")),
      ...page("parents", "The parents", asked("parents")),
      ...page("safety", "Keeping safe", asked("safe")),
    ],
    referrer: page("you", "Who called", asked("caller", "name", "phone", "noNumber", "organisation")),
  };
}

import {
  invitedRoles,
  invitedRoleWords,
  presentHow,
  presentHowWords,
  type CoreRole,
} from "#domain/strategy-invitation";
import { findings, findingWords, section47Outcomes, section47OutcomeWords } from "#domain/strategy";
import { attendeeField, childField } from "#domain/strategy-record";
import type { WorkField } from "../pathways/work-forms.ts";

/** The forms of a strategy discussion, and how they ask for each field. What they take is domain/strategy-record.ts. */
export const discussionForms = [
  ...(["arrange", "invite", "answer", "inform", "record", "action"] as const),
  ...(["end", "agree", "lock", "append", "next", "outcome"] as const),
] as const;
export type DiscussionFormName = (typeof discussionForms)[number];

export const isDiscussionForm = (name: string | null): name is DiscussionFormName =>
  (discussionForms as readonly (string | null)[]).includes(name);

/** "Not confirmed: the police and health". */
export const missingWords = (missing: readonly CoreRole[]): string =>
  `Not confirmed: ${missing.map((role) => invitedRoleWords[role]).join(" and ")}`;

type Words = { title: string; lead?: string; button: string; done: string };

export const discussionWords: Record<DiscussionFormName, Words> = {
  arrange: {
    title: "Set the time and who chairs",
    lead: "Whoever chairs owns the children’s work until the discussion has found what happens.",
    button: "Set the time",
    done: "The time and the chair are set.",
  },
  invite: {
    title: "Invite somebody more",
    lead: "They are told at once. The discussion needs social care, the police and health.",
    button: "Invite",
    done: "They are invited.",
  },
  answer: {
    title: "Say whether your organisation comes",
    button: "Send the answer",
    done: "Your answer is sent.",
  },
  inform: {
    title: "Say what an organisation knows",
    lead: "Facts, where they come from, and what protects the children. What was said stays; more can be added.",
    button: "Send what is known",
    done: "It is kept with the discussion.",
  },
  record: {
    title: "Record the discussion",
    lead: "With social care, police and health it finds for every child. Without one of them it can protect the children and meet again. What is found acts at once; the agencies then agree to the record, and it is locked.",
    button: "Save the record",
    done: "The record is saved.",
  },
  end: { title: "Done, or cannot be done", button: "Save", done: "It is kept with the action." },
  agree: {
    title: "Say whether your organisation agrees to the record",
    button: "Send the answer",
    done: "The answer is kept with the record.",
  },
  lock: {
    title: "Lock the record",
    lead: "What changes later is written beside it, with who and why.",
    button: "Lock the record",
    done: "The record is locked.",
  },
  append: {
    title: "Write something beside the record",
    lead: "The record stays as it is. Everybody who took part reads what is added.",
    button: "Add it",
    done: "It stands beside the record.",
  },
  next: {
    title: "Call another discussion",
    lead: "About the children whose work goes on, with the same organisations. It moves no deadline of what was found.",
    button: "Call it",
    done: "Another discussion is called, and everybody is told.",
  },
  outcome: {
    title: "Record how the enquiry ended",
    lead: "This ends the child’s work here, and its deadlines.",
    button: "Save how it ended",
    done: "It is recorded how it ended.",
  },
  action: {
    title: "Add an action",
    button: "Add the action",
    done: "The action is added.",
  },
};

const field =
  (kind: WorkField["kind"]) =>
  (name: string, label: string, more: Pick<WorkField, "hint" | "options"> = {}): WorkField => ({
    kind,
    name,
    label,
    ...more,
  });
const [box, sentence, date, time, select, radios] = [
  field("box"),
  field("sentence"),
  field("date"),
  field("time"),
  field("select"),
  field("radios"),
];
const clock = { hint: "Such as 3:40pm" };
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const howOptions = presentHow.map((value) => ({ value, label: capital(presentHowWords[value]) }));

export const arrangeFields: readonly WorkField[] = [
  date("meetingOn", "On which date?"),
  time("meetingAt", "At what time?", clock),
  select("chairId", "Who chairs?"),
  box("joining", "How do people join? (optional)", {
    hint: "A room, a number, a link. Only those who are invited read it, here; it is in no email",
  }),
];

export const answerFields: readonly WorkField[] = [
  radios("answer", "Does somebody from your organisation come?", {
    options: [
      { value: "coming", label: "Yes, somebody comes" },
      { value: "somebody_else", label: "Somebody else comes for us" },
      { value: "not_coming", label: "No, nobody can come" },
    ],
  }),
  sentence("comingName", "If somebody comes: who?", { hint: "Their name and what they are" }),
  radios("comingHow", "How do they take part?", {
    options: howOptions,
  }),
  box("notComingBecause", "If nobody can come: why, and who can be asked instead?"),
];

export const inviteFields: readonly WorkField[] = [
  select("organisationId", "Whom do you invite?"),
  select("role", "As what?", {
    options: invitedRoles.map((value) => ({ value, label: capital(invitedRoleWords[value]) })),
  }),
];

export const informFields: readonly WorkField[] = [
  box("knows", "What is known about these children and adults?", {
    hint: "If nothing is known, say so and where you looked",
  }),
  box("mayNotTell", "What may the parents not be told, and why? (optional)"),
  box("staffRisks", "What should somebody who visits know? (optional)"),
];

export const actionFields: readonly WorkField[] = [
  sentence("what", "What is to be done?"),
  select("organisationId", "Whose action is it?"),
  sentence("who", "Who does it?", { hint: "A person, by name" }),
  date("byDate", "By which date?"),
  time("byTime", "By what time?", clock),
];

export const meetingFields: readonly WorkField[] = [
  date("startedOn", "On which date was it held?"),
  time("startedAt", "When did it begin?", clock),
  time("endedAt", "When did it end?", clock),
  box("whyMet", "Why was it held?"),
  box("whoTells", "Who tells the parents, when, and what is held back and why?"),
  radios("medicalNeeded", "Is a medical needed?", {
    options: [
      { value: "yes", label: "Yes" },
      { value: "no", label: "No" },
    ],
  }),
  box("medical", "If it is: when, where and by whom?"),
  box("otherChildren", "Which brothers, sisters and other children are there, and what happens for each?", {
    hint: "By name, also those whom this discussion is not about. If there are none, say so",
  }),
  box("protective", "What protects the children now?", {
    hint: "Police powers, an order of the court, legal advice, what the parents agree to",
  }),
  date("policeTookOn", "If the police took a child into protection: on which date? (optional)"),
  time("policeTookAt", "At what time? It ends 72 hours later (optional)", clock),
  box("tonight", "What happens if the plan does not hold tonight?"),
  box("criminal", "Is there evidence to be kept, and who keeps it? (optional)"),
  box("disagreement", "Did anybody disagree, and how was it settled? (optional)"),
  date("reviewOn", "When is it looked at again? (optional)"),
];

export const endFields: readonly WorkField[] = [
  radios("how", "Is it done?", {
    options: [
      { value: "done", label: "Yes, it is done" },
      { value: "cannot", label: "No, it cannot be done" },
    ],
  }),
  box("because", "What was done and found, or why can it not be done?"),
];

export const agreeFields: readonly WorkField[] = [
  radios("agreement", "Does the organisation agree to the record?", {
    options: [
      { value: "agrees", label: "Yes, we agree" },
      { value: "disagrees", label: "No, we disagree" },
    ],
  }),
  sentence("agreedName", "Who decides that for the organisation?", { hint: "Their name and what they are" }),
  box("disagreeBecause", "If you disagree: with what, and why?"),
];

export const lockFields: readonly WorkField[] = [
  box("lockedBecause", "If somebody who took part does not agree yet: why is it locked all the same?"),
];

export const appendFields: readonly WorkField[] = [
  box("addendum", "What is to be added?"),
  sentence("addendumWhy", "Why is it added?"),
];

export const nextFields: readonly WorkField[] = [
  date("nextOn", "On which date does it meet again?"),
  time("nextAt", "At what time?", clock),
];

export const outcomeFields: readonly WorkField[] = [
  radios("outcome", "How did it end?", {
    options: section47Outcomes.map((value) => ({ value, label: section47OutcomeWords[value] })),
  }),
  date("conferenceOn", "If there is a conference: on which date?"),
  box("outcomeBecause", "Why?"),
];

/** Who took part for one organisation, under its place in the list. */
export const attendeeFieldsAt = (index: number): readonly WorkField[] => [
  sentence(attendeeField(index, "who"), "Who took part for it?", { hint: "Their name and what they are" }),
  radios(attendeeField(index, "how"), "How?", { options: howOptions }),
];

/** Asked when social care, police or health took no part. */
export const withoutCoreFields: readonly WorkField[] = [
  box("absentBecause", "Why did they take no part?"),
  date("reconveneOn", "When does it meet again: on which date?"),
  time("reconveneAt", "At what time?", clock),
];

const childParts: readonly WorkField[] = [
  box("seen", "Who has seen the child, and when?"),
  box("said", "What did the child say?", { hint: "Use their words. If you do not know, say why" }),
  box("risk", "What is the risk, and what keeps the child safe tonight?"),
  radios("finding", "What was found?", {
    options: findings.map((value) => ({ value, label: findingWords[value] })),
  }),
  box("because", "Why?"),
  sentence("seer", "Who sees the child?", { hint: "A person, by name" }),
  select("seeFor", "Of which organisation?"),
  sentence("seeWhere", "Where is the child seen?"),
  date("seeOn", "By which date?"),
  time("seeAt", "By what time?", clock),
];

/** The fields of one child of the record, under their place in it. */
export const childFieldsAt = (index: number): readonly WorkField[] =>
  childParts.map((one) => ({ ...one, name: childField(index, one.name) }));

/** What was written about one meeting, to be read back: the same words as the form. */
export const recordedFields: readonly WorkField[] = [...meetingFields, ...withoutCoreFields, ...childParts];

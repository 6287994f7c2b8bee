import {
  invitedRoles,
  invitedRoleWords,
  presentHow,
  presentHowWords,
  type CoreRole,
} from "#domain/strategy-invitation";
import { findings, findingWords } from "#domain/strategy";
import { childField } from "#domain/strategy-record";
import type { WorkField } from "../pathways/work-forms.ts";

/** The forms of a strategy discussion, and how they ask for each field. What they take is domain/strategy-record.ts. */
export const discussionForms = ["arrange", "invite", "answer", "inform", "record", "action"] as const;
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
    lead: "With social care, police and health it finds for every child, and the record is locked. Without one of them it can protect the children and meet again.",
    button: "Save the record",
    done: "The record is saved.",
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
    options: presentHow.map((value) => ({ value, label: capital(presentHowWords[value]) })),
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
  box("medical", "Is a medical needed: when, and by whom? (optional)"),
  box("disagreement", "Did anybody disagree, and how was it settled? (optional)"),
];

/** Asked when social care, police or health took no part. */
export const withoutCoreFields: readonly WorkField[] = [
  box("absentBecause", "Why did they take no part?"),
  box("protective", "What is done now to keep the children safe?"),
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
  box("seeBy", "Who sees the child, where and by when?"),
];

/** The fields of one child of the record, under their place in it. */
export const childFieldsAt = (index: number): readonly WorkField[] =>
  childParts.map((one) => ({ ...one, name: childField(index, one.name) }));

/** What was written about one meeting, to be read back: the same words as the form. */
export const recordedFields: readonly WorkField[] = [...meetingFields, ...withoutCoreFields, ...childParts];

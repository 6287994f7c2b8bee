import { z } from "zod";
import {
  box,
  dateField,
  maybe,
  maybeDate,
  oneOf,
  sentence,
  ticks,
  timeField,
  yesNo,
} from "./decision-fields.ts";
import type { Problem, Read } from "./decision-problems.ts";
import { actionEndings, agreements, findings, section47Outcomes, type Finding } from "./strategy.ts";
import {
  invitedRoleWords,
  missingFromQuorum,
  presentHow,
  type InvitedRole,
  type PresentHow,
} from "./strategy-invitation.ts";
import { parseClockTime } from "./time-words.ts";

export const arrangeSchema = z.object({
  meetingOn: dateField("Enter the date of the discussion"),
  meetingAt: timeField("Enter the time of the discussion"),
  chairId: z.uuid({ error: "Choose who chairs" }),
  joining: maybe(),
});

export const informationSchema = z.object({
  knows: box("Say what your organisation knows, or that it knows nothing"),
  mayNotTell: maybe(),
  staffRisks: maybe(),
});

export const actionSchema = z.object({
  what: sentence("Say what is to be done"),
  organisationId: z.uuid({ error: "Choose whose action it is" }),
  who: sentence("Name who does it"),
  byDate: dateField("Enter the date by which it is done"),
  byTime: timeField("Enter the time by which it is done"),
});

export const endActionSchema = z.object({
  how: oneOf(actionEndings, "Say whether it is done"),
  because: box("Say what was done and found, or why it cannot be done"),
});

export const agreeSchema = z
  .object({
    agreement: oneOf(agreements, "Say whether your organisation agrees to the record"),
    agreedName: sentence("Give the name of the person who decides for the organisation"),
    disagreeBecause: maybe(),
  })
  .refine(({ agreement, disagreeBecause }) => agreement === "agrees" || disagreeBecause !== "", {
    path: ["disagreeBecause"],
    error: "Say what your organisation does not agree to, and why",
  });

export const lockSchema = z.object({ lockedBecause: maybe() });

export const appendSchema = z.object({
  addendum: box("Say what is to be added"),
  addendumWhy: sentence("Say why it is added"),
});

export const nextSchema = z.object({
  nextOn: dateField("Enter the date on which it meets again"),
  nextAt: timeField("Enter the time at which it meets again"),
});

export const outcomeSchema = z
  .object({
    outcome: oneOf(section47Outcomes, "Say how it ended"),
    outcomeBecause: box("Say why"),
    conferenceOn: maybeDate(),
  })
  .refine(({ outcome, conferenceOn }) => outcome !== "conference" || conferenceOn !== "", {
    path: ["conferenceOn"],
    error: "Enter the date of the conference",
  });

const attendeeSchema = z.object({
  name: sentence("Name who took part for this organisation, and what they are"),
  how: oneOf(presentHow, "Say how they took part"),
});

const meetingShape = {
  startedOn: dateField("Enter the date on which it was held"),
  startedAt: timeField("Enter the time at which it began"),
  endedAt: timeField("Enter the time at which it ended"),
  absentBecause: maybe(),
  whyMet: box("Say why the discussion was held"),
  whoTells: box("Say who tells the parents, when, and what is held back and why"),
  medicalNeeded: oneOf(yesNo, "Say whether a medical is needed"),
  medical: maybe(),
  otherChildren: box(
    "Name the brothers, sisters and other children, and what happens for each, or that there are none",
  ),
  protective: maybe(),
  policeTookOn: maybeDate(),
  policeTookAt: maybe(),
  tonight: box("Say what happens if the plan does not hold tonight"),
  criminal: maybe(),
  disagreement: maybe(),
  reviewOn: maybeDate(),
  reconveneOn: maybeDate(),
  reconveneAt: maybe(),
};
const meetingSchema = z
  .object(meetingShape)
  .refine(({ medicalNeeded, medical }) => medicalNeeded === "no" || medical !== "", {
    path: ["medical"],
    error: "Say when the medical is, and who does it",
  })
  .refine(({ policeTookOn, policeTookAt }) => policeTookOn === "" || parseClockTime(policeTookAt) !== null, {
    path: ["policeTookAt"],
    error: "Enter the time at which the police took the child into protection, such as 3:40pm",
  });

/** `seer` and what follows it: who sees the child, of which organisation, where and by when. */
const childShape = {
  seen: box("Say who has seen the child and when, or that nobody has"),
  said: box("Say what the child said, or why you do not know"),
  risk: box("Say what the risk is, and what keeps the child safe tonight"),
  finding: z.union([z.literal(""), oneOf(findings, "Choose a finding")]).default(""),
  because: maybe(),
  seer: maybe(),
  seeFor: z.union([z.literal(""), z.uuid({ error: "Choose an organisation" })]).default(""),
  seeWhere: maybe(),
  seeOn: maybeDate(),
  seeAt: maybe(),
};
const childSchema = z.object(childShape);

export type Meeting = z.infer<typeof meetingSchema>;
export type ChildNote = Omit<z.infer<typeof childSchema>, "finding">;

type Noted<F> = { pathwayId: string; note: ChildNote; finding: F };

/** Who took part for one organisation. */
export type Attendee = { organisationId: string; name: string; how: PresentHow };

/** A discussion that could find, or one without its core that protects and meets again. */
export type StrategyRecord = { present: Attendee[]; meeting: Meeting } & (
  { quorate: true; children: Noted<Finding>[] } | { quorate: false; children: Noted<Finding | "">[] }
);

const childFields = Object.keys(childShape) as (keyof z.infer<typeof childSchema>)[];
/** The name of a child's field in the form: children are told apart by their place in the record. */
export const childField = (index: number, field: string) => `child-${index}-${field}`;

export type StrategyFacts = {
  /** Those that are invited, and as what. */
  organisations: readonly { id: string; role: InvitedRole }[];
  /** In the order of the form. */
  children: readonly { pathwayId: string; name: string }[];
};

type Draft = Readonly<Record<string, unknown>>;

/** Reads the record of a discussion: every problem at once, in the order of the form. */
export function readStrategyRecord(draft: Draft, facts: StrategyFacts): Read<StrategyRecord> {
  const presentIds = presentIn(draft, facts);
  const present = facts.organisations.filter(({ id }) => presentIds.includes(id)).map(({ role }) => role);
  const absent = missingFromQuorum(present).map((role) => invitedRoleWords[role]);
  const attendees = presentIds.map((id) => readAttendee(draft, id, facts));
  const meeting = meetingSchema.safeParse(draft);
  const children = facts.children.map((child, index) =>
    readChild(
      draft,
      child,
      index,
      absent,
      facts.organisations.map(({ id }) => id),
    ),
  );
  const problems: Problem[] = [
    ...(presentIds.length > 0 ? [] : [{ field: "present", message: "Tick who took part" }]),
    ...attendees.flatMap((one) => one.problems),
    ...unticked(draft, presentIds, facts),
    ...issuesOf(meeting.error, (field) => field),
    ...(meeting.success && absent.length > 0 ? withoutCore(meeting.data, absent) : []),
    ...children.flatMap((child) => child.problems),
  ];
  if (problems.length > 0 || !meeting.success) return { ok: false, problems };
  const shared = { present: attendees.map(({ value }) => value), meeting: meeting.data };
  const notes = children.flatMap(({ value }) => (value === null ? [] : [value]));
  if (absent.length > 0) return { ok: true, value: { ...shared, quorate: false, children: notes } };
  const found = notes.flatMap(({ pathwayId, note, finding }) =>
    finding === "" ? [] : [{ pathwayId, note, finding }],
  );
  return { ok: true, value: { ...shared, quorate: true, children: found } };
}

function presentIn(draft: Draft, { organisations }: StrategyFacts): string[] {
  const [first = "", ...others] = organisations.map(({ id }) => id);
  const read = ticks([first, ...others]).safeParse(draft["present"]);
  return read.success ? read.data : [];
}

/** The name of an organisation's field in the form. */
export const attendeeField = (index: number, field: "who" | "how") => `attendee-${index}-${field}`;

/** A name beside an organisation that is not ticked is not kept; one that cannot be read is said all the same. */
const unticked = (draft: Draft, presentIds: readonly string[], { organisations }: StrategyFacts): Problem[] =>
  organisations.flatMap(({ id }, index) => {
    const field = attendeeField(index, "who");
    if (presentIds.includes(id) || !draft[field]) return [];
    return issuesOf(attendeeSchema.shape.name.safeParse(draft[field]).error, () => field);
  });

function readAttendee(draft: Draft, organisationId: string, { organisations }: StrategyFacts) {
  const index = organisations.findIndex(({ id }) => id === organisationId);
  const [who, how] = [attendeeField(index, "who"), attendeeField(index, "how")];
  const read = attendeeSchema.safeParse({ name: draft[who], how: draft[how] });
  const problems = issuesOf(read.error, (field) => (field === "name" ? who : how));
  return {
    problems,
    value: { organisationId, ...(read.success ? read.data : { name: "", how: "phone" as const }) },
  };
}

/** Nothing can be found without the core: the child is protected, and the discussion meets again. */
function withoutCore(meeting: Meeting, absent: readonly string[]): Problem[] {
  const asked: [string, boolean, string][] = [
    ["absentBecause", meeting.absentBecause === "", `Say why ${absent.join(" and ")} took no part`],
    ["protective", meeting.protective === "", "Say what is done now to keep the child safe"],
    ["reconveneOn", meeting.reconveneOn === "", "Enter the date on which the discussion meets again"],
    [
      "reconveneAt",
      parseClockTime(meeting.reconveneAt) === null,
      "Enter the time at which it meets again, such as 3:40pm",
    ],
  ];
  return asked.flatMap(([field, wrong, message]) => (wrong ? [{ field, message }] : []));
}

function readChild(
  draft: Draft,
  { pathwayId, name }: StrategyFacts["children"][number],
  index: number,
  absent: readonly string[],
  organisationIds: readonly string[],
) {
  const at = (field: string) => childField(index, field);
  const read = childSchema.safeParse(
    Object.fromEntries(childFields.map((field) => [field, draft[at(field)]])),
  );
  // Brothers and sisters are asked the same: the name tells their lines in the summary apart.
  const problems = issuesOf(read.error, at).map(({ field, message }) => ({
    field,
    message: `${name}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
  }));
  if (!read.success) return { problems, value: null };
  const { finding, ...note } = read.data;
  const refuse = (field: string, message: string) => problems.push({ field: at(field), message });
  if (absent.length > 0 && finding !== "") {
    refuse(
      "finding",
      `Without ${absent.join(" and ")} there can be no finding. Record what protects ${name}, and meet again`,
    );
  }
  if (absent.length === 0) {
    if (finding === "") refuse("finding", `Choose what was found for ${name}`);
    if (note.because === "") refuse("because", `Say why for ${name}`);
    if (finding !== "" && finding !== "none") {
      if (note.seer === "") refuse("seer", `Say who sees ${name}`);
      if (!organisationIds.includes(note.seeFor))
        refuse("seeFor", `Choose for which organisation ${name} is seen`);
      if (note.seeWhere === "") refuse("seeWhere", `Say where ${name} is seen`);
      if (note.seeOn === "") refuse("seeOn", `Enter the date by which ${name} is seen`);
      if (parseClockTime(note.seeAt) === null)
        refuse("seeAt", `Enter the time by which ${name} is seen, such as 3:40pm`);
    }
  }
  return { problems, value: { pathwayId, note, finding } };
}

function issuesOf(error: z.ZodError | undefined, name: (field: string) => string): Problem[] {
  return (error?.issues ?? []).map(({ path, message }) => ({ field: name(String(path[0] ?? "")), message }));
}

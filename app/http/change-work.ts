import type { StaffActor } from "#domain/actor";
import { readTypedDate } from "#domain/questions/typed-date";
import { datePartsOf } from "#domain/questions/question";
import type { RecordKind } from "#domain/pathway-records";
import { localDate } from "#domain/time-words";
import type { ChangedMeanwhile } from "#services/contacts/raise-version";
import type { Context } from "#services/context";
import { Conflict, Invalid } from "#services/errors";
import { acceptPathway } from "#services/pathways/accept-pathway";
import { assignTeam } from "#services/pathways/assign-team";
import { acknowledgeCaseNotice, confirmTransfer, refuseTransfer } from "#services/pathways/confirm-transfer";
import { recordAdvice } from "#services/pathways/record-advice";
import { recordAgreement, recordFamilyContact, recordLead } from "#services/pathways/record-caf";
import { recordCall, recordSafeCalling } from "#services/pathways/record-call";
import {
  closeReferral,
  recordConsent,
  recordOutcome,
  recordReview,
} from "#services/pathways/record-assessment";
import {
  endWithoutAssessment,
  recordAllocation,
  recordChildSeen,
} from "#services/pathways/record-social-work";
import { recordStart } from "#services/pathways/record-start";
import { returnPathway } from "#services/pathways/return-pathway";
import { stepUp } from "#services/pathways/step-up";
import type { Recording } from "#services/pathways/write-record";
import {
  idOnPage,
  isWorkForm,
  workForms,
  type WorkField,
  type WorkFormName,
} from "../components/pathways/work-forms.ts";
import { shownAgain, typedIn, type Problems, type Typed } from "./form.ts";
import { refusal } from "./guard.ts";

/** A form that could not be taken, as its page shows it again. */
export type FormAgain = {
  status: 409 | 422;
  form: WorkFormName;
  /** The piece of work that it stands on. */
  workId: string;
  /** The version that the next try carries: what was posted, or what stands now once the page says what changed. */
  version: number;
  typed: Typed;
  problems: Problems | null;
  changes: ChangedMeanwhile["changes"] | null;
};

type Change = (context: Context, actor: StaffActor, input: Recording) => Promise<void>;

const recording: Record<RecordKind, Change> = {
  call: recordCall,
  "safe-calling": recordSafeCalling,
  advice: recordAdvice,
  agreement: recordAgreement,
  lead: recordLead,
  "family-contact": recordFamilyContact,
  "did-it-start": recordStart,
  "step-up": stepUp,
  allocation: recordAllocation,
  "child-seen": recordChildSeen,
  consent: recordConsent,
  review: recordReview,
  assessment: recordOutcome,
  ending: closeReferral,
  "ended-without-assessment": endWithoutAssessment,
  receipt: confirmTransfer,
  acknowledgement: acknowledgeCaseNotice,
  refusal: refuseTransfer,
};

const changing: Record<WorkFormName, Change> = {
  ...recording,
  accept: acceptPathway,
  return: returnPathway,
  assign: (context, actor, { id, version, draft }) =>
    assignTeam(context, actor, { id, version, teamId: textIn(draft, "teamId") }),
};

const textIn = (from: Readonly<Record<string, unknown>>, name: string): string => {
  const value = from[name];
  return typeof value === "string" ? value : "";
};

/**
 * Does what one form on a piece of work asks for.
 * @param allowed the forms of the page that was posted to
 * @returns the form that was taken and its answers, or the form to show again
 * @throws Response 400 for a form that the page does not have; NotFound and Forbidden as the services do
 */
export async function changeWork(
  context: Context,
  actor: StaffActor,
  { workId, body, allowed }: { workId: string; body: URLSearchParams; allowed: readonly WorkFormName[] },
): Promise<{ done: WorkFormName; typed: Typed } | FormAgain> {
  const form = body.get("do");
  const version = Number(/^\d{1,9}$/.exec(body.get("version") ?? "")?.[0] ?? NaN);
  if (!isWorkForm(form) || !allowed.includes(form) || Number.isNaN(version)) throw refusal(400);
  const { fields } = workForms[form];
  const typed = typedIn(body, {
    fields: fields.flatMap(({ kind, name }) => (kind === "date" ? datePartsOf(name) : [name])),
  });
  const again = { form, workId, version, typed: shownAgain(typed) };
  try {
    const draft = draftOf(fields, typed, localDate(context.now()));
    await changing[form](context, actor, { id: workId, version, formKey: body.get("formKey") ?? "", draft });
    return { done: form, typed };
  } catch (error) {
    if (error instanceof Invalid)
      return { ...again, status: 422, problems: problemsIn(again, fields, error.problems), changes: null };
    if (!(error instanceof Conflict)) throw error;
    const { version: current, changes } = error.details as ChangedMeanwhile;
    return { ...again, version: current, status: 409, problems: null, changes };
  }
}

/** What the schemas read: a date's three boxes become one, and what is no date stays wrong. */
function draftOf(fields: readonly WorkField[], typed: Typed, today: string): Record<string, string> {
  const entries = fields.flatMap(({ kind, name }): [string, string][] => {
    if (kind !== "date") return name in typed ? [[name, textIn(typed, name)]] : [];
    const read = readTypedDate(typed, name, today);
    return [[name, read.is === "date" ? read.date : read.is === "empty" ? "" : "not a date"]];
  });
  return Object.fromEntries(entries);
}

function problemsIn(
  { form, workId }: Pick<FormAgain, "form" | "workId">,
  fields: readonly WorkField[],
  problems: Readonly<Record<string, string>>,
): Problems {
  const place = (name: string) => fields.findIndex((field) => field.name === name);
  const names = Object.keys(problems).sort((a, b) => place(a) - place(b));
  const anchor = (name: string) => {
    const kind = fields.find((field) => field.name === name)?.kind;
    if (kind === undefined) return idOnPage(form, workId, "form");
    return idOnPage(form, workId, kind === "date" ? `${name}-day` : name);
  };
  return {
    summary: names.map((name) => ({ href: `#${anchor(name)}`, text: problems[name] ?? "" })),
    fields: problems,
  };
}

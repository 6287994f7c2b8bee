import type { StaffActor } from "#domain/actor";
import { datePartsOf } from "#domain/questions/question";
import { readTypedDate } from "#domain/questions/typed-date";
import { localDate } from "#domain/time-words";
import type { ChangedMeanwhile } from "#services/contacts/raise-version";
import type { Context } from "#services/context";
import { Conflict, Invalid } from "#services/errors";
import { answerInvitation } from "#services/strategy/answer-invitation";
import { arrangeDiscussion } from "#services/strategy/arrange-discussion";
import { giveInformation } from "#services/strategy/give-information";
import { inviteOrganisation } from "#services/strategy/invite-organisation";
import { agreeRecord } from "#services/strategy/agree-record";
import { appendRecord } from "#services/strategy/append-record";
import { callNext } from "#services/strategy/call-next";
import { recordDiscussion } from "#services/strategy/record-discussion";
import { lockRecord } from "#services/strategy/lock-record";
import { recordOutcome } from "#services/strategy/record-outcome";
import { addAction, endAction } from "#services/strategy/strategy-actions";
import { idOnPage, type WorkField } from "../components/pathways/work-forms.ts";
import { isDiscussionForm, type DiscussionFormName } from "../components/strategy/discussion-forms.ts";
import { fieldsOf } from "../components/strategy/fields-of.ts";
import { shownAgain, typedIn, type Problems, type Typed } from "./form.ts";
import { refusal } from "./guard.ts";

/** A form that could not be taken, as its page shows it again. */
export type DiscussionAgain = {
  status: 409 | 422;
  form: DiscussionFormName;
  /** The action or the child that it is about; "discussion" for the others. */
  about: string;
  version: number;
  typed: Typed;
  problems: Problems | null;
  changes: ChangedMeanwhile["changes"] | null;
};

/**
 * Does what one form on a strategy discussion asks for.
 * @returns the form that was taken, or the form to show again with everything that was typed
 * @throws Response 400 for a form that there is not; NotFound and Forbidden as the services do
 */
export async function changeDiscussion(
  context: Context,
  actor: StaffActor,
  id: string,
  body: URLSearchParams,
): Promise<{ done: DiscussionFormName } | DiscussionAgain> {
  const form = body.get("do");
  const about = body.get("about") ?? "discussion";
  const version = Number(/^\d{1,9}$/.exec(body.get("version") ?? "")?.[0] ?? NaN);
  if (!isDiscussionForm(form) || Number.isNaN(version)) throw refusal(400);
  const fields = fieldsOf(form, body);
  const typed = typedIn(body, {
    fields: fields.flatMap(({ kind, name }) => (kind === "date" ? datePartsOf(name) : [name])),
    many: form === "record" ? ["present"] : [],
  });
  const formKey = body.get("formKey") ?? "";
  const draft = draftOf(fields, typed, localDate(context.now()));
  const organisationId = body.get("organisationId");
  // A chair's form asks whose it is, and an empty answer is none: it is not the chair's own.
  const whose = organisationId === null ? {} : { organisationId };
  const changes: Record<DiscussionFormName, () => Promise<unknown>> = {
    arrange: () => arrangeDiscussion(context, actor, { id, version, draft }),
    invite: () => inviteOrganisation(context, actor, { id, draft }),
    answer: () => answerInvitation(context, actor, { id, draft, ...whose }),
    inform: () => giveInformation(context, actor, { id, formKey, draft, ...whose }),
    record: () => recordDiscussion(context, actor, { id, version, draft }),
    action: () => addAction(context, actor, { id, formKey, draft }),
    end: () => endAction(context, actor, { id, actionId: about, draft }),
    agree: () => agreeRecord(context, actor, { id, draft, ...whose }),
    lock: () => lockRecord(context, actor, { id, version, draft }),
    append: () => appendRecord(context, actor, { id, formKey, draft }),
    next: () => callNext(context, actor, { id, draft }),
    outcome: () => recordOutcome(context, actor, { id, pathwayId: about, draft }),
  };
  const shown = { ...shownAgain(typed), ...(organisationId ? { organisationId } : {}) };
  const again = { form, about, version, typed: shown };
  try {
    await changes[form]();
    return { done: form };
  } catch (error) {
    if (error instanceof Invalid)
      return {
        ...again,
        status: 422,
        problems: problemsIn(form, about, fields, error.problems),
        changes: null,
      };
    if (!(error instanceof Conflict)) throw error;
    const { version: current, changes: made } = error.details as ChangedMeanwhile;
    return { ...again, version: current, status: 409, problems: null, changes: made };
  }
}

/** What the schemas read: a date's three boxes become one, and what is no date stays wrong. */
function draftOf(fields: readonly WorkField[], typed: Typed, today: string): Record<string, unknown> {
  const dates = fields.flatMap(({ kind, name }): [string, string][] => {
    if (kind !== "date") return [];
    const read = readTypedDate(typed, name, today);
    return [[name, read.is === "date" ? read.date : read.is === "empty" ? "" : "not a date"]];
  });
  return { ...typed, ...Object.fromEntries(dates) };
}

/** In the order of the page, each leading to its field; `present` is a field of the page and not of the list. */
function problemsIn(
  form: DiscussionFormName,
  about: string,
  fields: readonly WorkField[],
  problems: Readonly<Record<string, string>>,
): Problems {
  const kinds = new Map(fields.map(({ name, kind }) => [name, kind]));
  const names = [...kinds.keys()];
  const place = (name: string) => names.indexOf(name);
  const anchor = (name: string) => (kinds.get(name) === "date" ? `${name}-day` : name);
  return {
    summary: Object.keys(problems)
      .sort((a, b) => place(a) - place(b))
      .map((name) => ({
        href: name === "" ? "#main-content" : `#${idOnPage(form, about, anchor(name))}`,
        text: problems[name] ?? "",
      })),
    fields: problems,
  };
}

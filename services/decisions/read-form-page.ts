import type { StaffActor } from "#domain/actor";
import type { AskingFacts } from "#domain/asked-fields";
import type { ContactFacts } from "#domain/contact-facts";
import { manyDecisions } from "#domain/many-decisions";
import { may } from "#domain/permissions";
import { ownSentenceNeeded } from "#domain/signing";
import { openContactPage, type ContactHead } from "../contacts/contact-head.ts";
import { loadNewer, type Newer } from "../contacts/load-newer.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { listUnsent, type Unsent } from "../unsent/list-unsent.ts";
import { madeLately } from "./made-lately.ts";
import { recordFacts, sentenceFacts } from "./decision-facts.ts";
import { loadToDecide, type ToDecide } from "./to-decide.ts";

export type FormChild = Pick<ToDecide["subjects"][number], "id" | "name" | "age" | "state"> & {
  recommendation: (NonNullable<ReturnType<ToDecide["recommendations"]["get"]>> & { mine: boolean }) | null;
  decision: { outcome: string; reason: string; by: string; at: Date } | null;
  earlierContacts: number;
  /** What decides which fields its record asks for. */
  asking: AskingFacts;
  /** Why agreeing needs a sentence of the manager's own; none when it does not. */
  ownSentenceBecause: string[];
};

export type FormPage = {
  head: ContactHead;
  contactId: string;
  /** Minted with the page: the same form sent twice does its work once. */
  formKey: string;
  subjects: FormChild[];
  /** What was sent, to be read beside what is written. */
  facts: ContactFacts;
  unsettled: { id: string; name: string; age: string; because: string }[];
  considered: { id: string; name: string; because: string }[];
  organisations: ToDecide["organisations"];
  checks: ToDecide["checks"];
  /** A quiet line for a manager who has decided much in a row. */
  many: string | null;
  /** What came after this contact and may be about the same children. */
  newer: Newer;
  /** What this person had typed on this page and never sent. */
  unsent: Unsent[];
};

/**
 * The page on which a screener recommends or a manager decides, with everything that either rests on.
 * @throws NotFound when the contact is not theirs to read, Forbidden when it is and this page is not
 */
export async function readFormPage(
  context: Context,
  actor: StaffActor,
  { reference, page }: { reference: string; page: "recommend" | "decide" },
): Promise<FormPage> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found, facts } = await openContactPage(unit, actor, { reference, page });
    const verb = page === "recommend" ? ("add-note" as const) : ("decide" as const);
    if (!may(actor, verb, verb === "decide" ? {} : { ...found.subject, holderId: actor.id }))
      throw new Forbidden(page);
    const [all, made, newer, unsent] = await Promise.all([
      loadToDecide(unit, found.row),
      page === "decide" ? madeLately(unit, actor) : [],
      loadNewer(unit, actor, found.row.id),
      listUnsent(unit, actor, { contactId: found.row.id, callId: null }, page),
    ]);
    return {
      head,
      contactId: found.row.id,
      formKey: context.newId(),
      facts,
      subjects: all.subjects.map((child) => formChild(unit, actor, all, child)),
      unsettled: all.unsettled.map(({ id, because }) => {
        const child = all.household.find((one) => one.id === id);
        return { id, name: child?.name ?? "A child", age: child?.age ?? "", because };
      }),
      considered: all.household
        .filter(({ standing }) => standing === "considered")
        .map(({ id, name, consideredBecause }) => ({ id, name, because: consideredBecause ?? "" })),
      organisations: all.organisations,
      checks: all.checks,
      many: manyDecisions(made, unit.now),
      newer,
      unsent,
    };
  });
}

function formChild(
  unit: Unit,
  actor: StaffActor,
  all: ToDecide,
  child: ToDecide["subjects"][number],
): FormChild {
  const { id, name, age, state } = child;
  const standing = all.recommendations.get(id) ?? null;
  const made = all.decisions.get(id);
  return {
    id,
    name,
    age,
    state,
    recommendation: standing && { ...standing, mine: standing.by.id === actor.id },
    decision: made
      ? { outcome: made.outcome, reason: made.content.record.reason, by: made.by.name, at: made.at }
      : null,
    earlierContacts: all.history.filter(({ childId }) => childId === id).length,
    asking: recordFacts(all, child, {}, unit.context.settings),
    ownSentenceBecause: standing
      ? ownSentenceNeeded(sentenceFacts(all, child, standing.outcome, unit.context.settings))
      : [],
  };
}

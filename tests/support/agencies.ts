import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { emptyReply, type ReplyContent } from "#domain/agency-reply";
import type { ReplyKind } from "#domain/agency-request";
import type { Rating } from "#domain/rating";
import { askAgencies } from "#services/agencies/ask-agencies";
import { replyRequest } from "#services/agencies/reply-request";
import { rateContact } from "#services/contacts/rate-contact";
import { takeContact } from "#services/contacts/take-contact";
import type { Context } from "#services/context";
import type { SentContact } from "./contacts.ts";
import { versionOf } from "./deciding.ts";
import { addStaff, addTeam, type Place } from "./staff.ts";

export type Agency = { place: Place; person: StaffActor };

/** An agency with somebody who can answer for it. */
export async function addAgency(
  context: Context,
  kind: Place["organisationKind"] = "health",
): Promise<Agency> {
  const place = await addTeam(context, { kind, purpose: "partner" });
  return { place, person: await addStaff(context, ["partner"], { place, name: "Pat Doyle" }) };
}

type Asking = Partial<Parameters<typeof askAgencies>[2]>;

/** Takes a contact and rates it, as whoever asks has to. */
export async function holdRated(
  context: Context,
  owner: postgres.Sql,
  actor: StaffActor,
  contact: SentContact,
  rating: Rating = "R",
): Promise<void> {
  const { reference } = contact;
  await takeContact(context, actor, { reference, reason: "The next one for this test" });
  const version = await versionOf(owner, contact);
  await rateContact(context, actor, { reference, version, rating, reason: "The test asks for it" });
}

/** Asks these agencies about the first child; returns the requests' ids in the agencies' order. */
export async function askAll(
  context: Context,
  owner: postgres.Sql,
  actor: StaffActor,
  contact: SentContact,
  agencies: readonly Agency[],
  over: Asking = {},
): Promise<string[]> {
  const ids = agencies.map(({ place }) => place.organisationId);
  await askAgencies(context, actor, {
    reference: contact.reference,
    version: await versionOf(owner, contact),
    formKey: context.newId(),
    ...{ agency: ids, covers: contact.childIds, worry: "A bruise that nobody explains" },
    questions: new Map(ids.map((id) => [id, "When did you last see her?"])),
    due: new Date(context.now().getTime() + 60 * 60_000),
    ...{ basis: "protect", managersReason: "", familyTold: "no", notToldBecause: "child_at_risk" },
    ...{ proportionate: "Only those who see her", share: "ask_first" },
    ...over,
  });
  const rows = await owner<{ id: string; organisation_id: string }[]>`
    select id, organisation_id from agency_request where contact_id = ${contact.id} and organisation_id in ${owner(ids)}
    order by asked_at`;
  return ids.map((id) => rows.filter((row) => row.organisation_id === id).at(-1)?.id ?? "");
}

/** Answers for an agency. */
export const answer = (
  context: Context,
  { person }: Agency,
  id: string,
  kind: ReplyKind,
  { part = false, asBefore = false, formKey = context.newId(), ...content }: Answering = {},
): Promise<void> =>
  replyRequest(context, person, {
    ...{ id, formKey, kind, part, asBefore },
    content: { ...emptyReply, ...content },
  });

type Answering = Partial<ReplyContent> & { part?: boolean; asBefore?: boolean; formKey?: string };

import { sql } from "drizzle-orm";
import type { Language } from "#domain/intake";
import {
  accountMessages,
  messagesToReferrer,
  senderMessages,
  type AccountMessage,
  type ContactMessage,
  type MessageKind,
  type Said,
  type SenderMessage,
} from "#domain/messages";
import { accountFacts } from "../accounts/account-facts.ts";
import { lastHead } from "../audit/last-head.ts";
import { batchFacts } from "../police/batch-facts.ts";
import { senderFacts } from "../senders/sender-facts.ts";
import type { Unit } from "../unit-of-work.ts";
import { spoken } from "./spoken.ts";
import { clockTold } from "./clock-told.ts";
import { requestFacts } from "./request-facts.ts";
import { strategyFacts } from "./strategy-facts.ts";

/** What is said, and of which contact; an account's messages are about none. */
export type About = { contactId?: string; said: Said };

const isAboutAccount = (message: MessageKind): message is AccountMessage =>
  (accountMessages as readonly string[]).includes(message);

const isAboutSender = (message: MessageKind): message is SenderMessage =>
  (senderMessages as readonly string[]).includes(message);

/** What a message says, from whatever its subject is; null when that is nothing. */
export async function messageFacts(
  unit: Unit,
  message: MessageKind,
  subjectId: string,
): Promise<About | null> {
  if (message === "chain-head") {
    const head = await lastHead(unit);
    return head && { said: { kind: message, facts: { head } } };
  }
  if (message === "batch-result") {
    const facts = await batchFacts(unit, subjectId);
    return facts && { said: { kind: message, facts } };
  }
  if (isAboutSender(message)) {
    const facts = await senderFacts(unit, message, subjectId);
    return facts && { said: { kind: message, facts } };
  }
  if (!isAboutAccount(message)) return contactFacts(unit, message, subjectId);
  const facts = await accountFacts(unit, message, subjectId);
  return facts && { said: { kind: message, facts } };
}

async function contactFacts(unit: Unit, message: ContactMessage, subjectId: string): Promise<About | null> {
  // Of what was added later, whoever has the work knows what it was added to.
  const ofContact = message === "work-added-to" ? sql`coalesce(adds_to_id, id)` : sql`id`;
  const [row] = await unit.tx.execute<{
    id: string;
    reference: string;
    language: Language;
    received_at: string;
    started_at: string | null;
    due_at: string | null;
  }>(sql`
    with requested as (${requestFacts(subjectId)}),
    gathered as (${strategyFacts(subjectId)}),
    about as (
      select ${ofContact} as contact_id from contact where id = ${subjectId}
      union all select contact_id from addition where id = ${subjectId}
      union all select contact_id from recommendation where id = ${subjectId}
      union all select contact_id from decision where id = ${subjectId}
      union all select contact_id from pathway where id = ${subjectId}
      union all select p.contact_id from pathway_entry e join pathway p on p.id = e.pathway_id where e.id = ${subjectId}
      union all select contact_id from gathered
      union all select contact_id from feedback where id = ${subjectId}
      union all select contact_id from sender_question where id = ${subjectId}
      union all select contact_id from requested
      union all select contact_id from challenge where id = ${subjectId}
      union all select contact_id from clock where id = ${subjectId}
      union all select contact_id from clock_alarm where id = ${subjectId}
      union all select contact_id from unowned where id = ${subjectId}
      union all select contact_id from hand_over where id = ${subjectId}
      union all select contact_id from restricted_contact where id = ${subjectId}
      union all select contact_id from contact_clearance where id = ${subjectId}
      union all select contact_id from broken_glass where id = ${subjectId} or reminder_id = ${subjectId}
      union all select contact_id from lado_record where id = ${subjectId} or reminder_id = ${subjectId}
      limit 1
    )
    select contact.id, contact.reference, contact.language, coalesce(asked.asked_at, disputed.raised_at, opened.opened_at, sealed.opened_at, offered.offered_at, contact.received_at) as received_at,
      coalesce(told.started_at, asked.asked_at, disputed.raised_at, requested.asked_at, gathered.since) as started_at,
      coalesce(told.due_at, asked.answer_by, disputed.due_at, requested.due_at, gathered.due_at, offered.accept_by) as due_at
    from about
    join contact on contact.id = about.contact_id
    left join sender_question asked on asked.id = ${subjectId}
    left join requested on true
    left join gathered on true
    left join hand_over offered on offered.id = ${subjectId}
    left join challenge disputed on disputed.id = ${subjectId}
    left join broken_glass opened on opened.id = ${subjectId} or opened.reminder_id = ${subjectId}
    left join lado_record sealed on sealed.id = ${subjectId} or sealed.reminder_id = ${subjectId}
    left join lateral (
      select started_at, due_at from clock
      where clock.contact_id = contact.id and clock.kind::text = ${clockTold[message]}
      order by (clock.pathway_id is not distinct from ${subjectId}) desc, (clock.stopped_at is null) desc, clock.due_at
      limit 1
    ) told on true`);
  if (!row) return null;
  const { id, reference, language, received_at, started_at, due_at } = row;
  const aboutPathway = clockTold[message] !== "decision" && started_at !== null;
  const facts = {
    reference,
    since: new Date(aboutPathway ? started_at : received_at),
    dueAt: due_at === null ? null : new Date(due_at),
    ...(messagesToReferrer.includes(message) && { language: spoken(unit.context, language) }),
  };
  return { contactId: id, said: { kind: message, facts } };
}

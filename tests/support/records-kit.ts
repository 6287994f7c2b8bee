import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import type { Submission } from "#domain/questions/submission";
import { confirmAsked } from "#services/records/confirm";
import { sendContact, type SentContact } from "./contacts.ts";
import type { TestContext } from "./context.ts";
import { agreeAll, recommendAll, routeAll } from "./deciding.ts";
import { addStaff, addTeam } from "./staff.ts";

export type RecordsKit = Awaited<ReturnType<typeof recordsKit>>;

/** A hub, two records officers, and contacts that are over. */
export async function recordsKit({ context }: Pick<TestContext, "context">, owner: postgres.Sql) {
  const hub = await addTeam(context);
  const add = (role: "manager" | "screener" | "records_officer", name: string) =>
    addStaff(context, [role], { name, place: hub });
  const people = {
    manager: await add("manager", "Mo Shah"),
    screener: await add("screener", "Sam King"),
    officer: await add("records_officer", "Rae Lund"),
    deputy: await add("records_officer", "Gil Hope"),
  };

  /** Decides a contact that may have been recommended already, whoever has it, and ends the work. */
  async function finish(contact: SentContact, { outcome = "information_only", over = {} }: EndedAs = {}) {
    await owner`update hold set holder_id = null, lease_until = null where contact_id = ${contact.id}`;
    const waiting =
      await owner`select from contact_child where contact_id = ${contact.id} and state = 'waiting'`;
    if (waiting.length > 0) await recommendAll(context, owner, people.screener, contact, outcome, over);
    await routeAll(context, await agreeAll(context, owner, people.manager, contact));
    await owner`update pathway set state = 'closed', closed_at = now() where contact_id = ${contact.id}`;
  }

  /** A contact on which everything is decided and done. */
  async function ended(
    submission: Partial<Submission> = {},
    { receivedAt, ...as }: EndedAs = {},
  ): Promise<SentContact> {
    const contact = await sendContact(context, submission, receivedAt ? { receivedAt } : {});
    await finish(contact, as);
    return contact;
  }

  /** The newest thing that was asked for about this, and is still open. */
  async function askedAbout(subjectId: string): Promise<string> {
    const [row] = await owner<{ id: string }[]>`
      select id from proposal where subject_id = ${subjectId} order by id desc limit 1`;
    return row?.id ?? "";
  }
  const confirm = async (subjectId: string, by: StaffActor = people.deputy) =>
    confirmAsked(context, by, await askedAbout(subjectId));

  return { ...people, hub, ended, finish, askedAbout, confirm };
}

type EndedAs = { outcome?: Outcome; receivedAt?: Date; over?: Record<string, unknown> };

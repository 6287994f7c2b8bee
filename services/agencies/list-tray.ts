import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, notInArray } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { agencyRequest } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { requestStatusWords, type RequestContent } from "#domain/agency-request";
import { clockFace, type ClockFace } from "#domain/clock-face";
import { may } from "#domain/permissions";
import type { Rating } from "#domain/rating";
import { actOnProven } from "../acting-as.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { requestPlace } from "./request-place.ts";
import { systemsOf } from "./searched-systems.ts";

export type TrayRow = {
  id: string;
  reference: string;
  rating: Rating | null;
  people: { name: string; birth: string }[];
  worry: string;
  due: ClockFace;
  status: string;
  /** Minted with the page: the same form sent twice answers once. */
  formKey: string;
};

export type Tray = {
  asAt: Date;
  open: TrayRow[];
  more: boolean;
  /** Answered in the last week, the latest first. */
  answered: (Omit<TrayRow, "due"> & { closedAt: Date })[];
  /** The systems that this person searched last time. */
  systems: string | null;
};

const openAtMost = 100;
const answeredAtMost = 20;
const answeredDays = 7;

/** What one organisation was asked and has not answered, the first that is due on top. */
export async function listTray(context: Context, actor: StaffActor): Promise<Tray> {
  if (!may(actor, "reply-request", { askedOrganisationIds: [actor.organisationId] }))
    throw new Forbidden("reply-request");
  return unitOfWork(context, actor, async (unit) => {
    const [openRows, closedRows, systems] = await Promise.all([
      unit.tx
        .select()
        .from(agencyRequest)
        .where(and(theirs(actor), isNull(agencyRequest.closedAt)))
        .orderBy(asc(agencyRequest.dueAt), asc(agencyRequest.id))
        .limit(openAtMost + 1),
      unit.tx
        .select()
        .from(agencyRequest)
        .where(and(theirs(actor), isNotNull(agencyRequest.closedAt), gt(agencyRequest.closedAt, since(unit))))
        .orderBy(desc(agencyRequest.closedAt))
        .limit(answeredAtMost),
      systemsOf(unit, actor),
    ]);
    const shown = openRows.slice(0, openAtMost);
    const all = [...shown, ...closedRows];
    await actOnProven(unit);
    const contactIds = [...new Set(all.map(({ contactId }) => contactId))];
    const [contacts, keys] = await Promise.all([
      unit.tx
        .select({ id: contact.id, reference: contact.reference, rating: contact.rating })
        .from(contact)
        .where(inArray(contact.id, contactIds)),
      readDataKeys(unit, "contact", contactIds),
      unit.audit({ kind: "list.viewed", facts: { list: "requests", resultIds: all.map(({ id }) => id) } }),
    ]);
    const rowOf = (row: (typeof all)[number]) => {
      const about = contacts.find(({ id }) => id === row.contactId);
      const key = keys.get(row.contactId);
      // What was erased is asked of nobody any more.
      if (about === undefined || key === undefined) return [];
      const { people, worry } = open<RequestContent>(key, requestPlace(row.id), row.content);
      return [
        {
          ...{ id: row.id, reference: about.reference, rating: about.rating, worry },
          people: people.map(({ name, birth }) => ({ name, birth })),
          status: requestStatusWords({ ...row, parts: 0, chased: 0 }, unit.now),
          formKey: context.newId(),
        },
      ];
    };
    return {
      asAt: unit.now,
      open: shown.flatMap((row) =>
        rowOf(row).map((one) => ({
          ...one,
          due: clockFace({ startedAt: row.askedAt, dueAt: row.dueAt }, unit.now, null),
        })),
      ),
      more: openRows.length > openAtMost,
      answered: closedRows.flatMap((row) =>
        rowOf(row).map((one) => ({ ...one, closedAt: row.closedAt ?? unit.now })),
      ),
      systems,
    };
  });
}

/** Only their own organisation's, and nothing of a contact that is kept from them. The database sees to it as well. */
const theirs = ({ organisationId, barred = [] }: StaffActor) =>
  and(
    eq(agencyRequest.organisationId, organisationId),
    barred.length > 0 ? notInArray(agencyRequest.contactId, [...barred]) : undefined,
  );

const since = ({ now }: Unit) => new Date(now.getTime() - answeredDays * 86_400_000);

import { and, inArray, isNull } from "drizzle-orm";
import { agencyReply } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { replyTimes, whyNobodyIsAsked, type ReplyTime } from "#domain/agency-request";
import { may } from "#domain/permissions";
import { calendarOf } from "#domain/working-calendar";
import { openContactPage, type ContactHead } from "../contacts/contact-head.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { listUnsent, type Unsent } from "../unsent/list-unsent.ts";
import { lastAsked } from "./last-asked.ts";
import { listAskable, type Askable } from "./list-askable.ts";
import { loadCoverable, type Coverable } from "./load-coverable.ts";
import { loadRequests, type RequestView } from "./load-requests.ts";

export type RequestsPage = {
  head: ContactHead;
  requests: RequestView[];
  /** What the form for asking offers; null where this person cannot ask, or nobody can be asked. */
  form: {
    formKey: string;
    agencies: Askable[];
    /** Those that this person asked together the last time, to be ticked in one press; none are ticked by themselves. */
    last: Askable[];
    more: boolean;
    search: string;
    people: Coverable[];
    times: ReplyTime[];
    /** A manager may ask about Green without the family's agreement. */
    manages: boolean;
  } | null;
  /** Why nobody is asked, for whoever could ask. */
  refused: string | null;
  /** What this person had typed into the form and never sent. */
  unsent: Unsent[];
};

/** What agencies were asked about a contact, what they said, and the form that asks more of them. */
export async function readRequestsPage(
  context: Context,
  actor: StaffActor,
  { reference, search = "" }: { reference: string; search?: string },
): Promise<RequestsPage> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found, key } = await openContactPage(unit, actor, { reference, page: "requests" });
    if (!head.can.requests) throw new Forbidden("see-request");
    const { row, subject } = found;
    const [requests, unsent] = await Promise.all([
      loadRequests(unit, row.id, key),
      listUnsent(unit, actor, { contactId: row.id, callId: null }, "requests"),
    ]);
    const isNew = requests.flatMap(({ replies }) => replies.filter((one) => one.isNew).map(({ id }) => id));
    // Whoever works on it has read them now; somebody who only looks has not.
    if (head.can.ask && isNew.length > 0)
      await unit.tx
        .update(agencyReply)
        .set({ seenBy: actor.id, seenAt: unit.now })
        .where(and(inArray(agencyReply.id, isNew), isNull(agencyReply.seenAt)));
    const decideBy = head.decide?.dueAt ?? null;
    const refused = whyNobodyIsAsked({ rating: row.rating, decideBy, now: unit.now });
    if (!head.can.ask || refused !== null || row.rating === null || decideBy === null)
      return { head, requests, unsent, form: null, refused: head.can.ask ? refused : null };
    const [askable, people, last] = await Promise.all([
      listAskable(unit, row.id, { search }),
      loadCoverable(unit, row),
      lastAsked(unit, actor, row.id),
    ]);
    const { settings } = context;
    const times = replyTimes({ rating: row.rating, decideBy, now: unit.now }, settings, calendarOf(settings));
    return {
      head,
      ...{ requests, unsent },
      refused: null,
      form: {
        formKey: context.newId(),
        // What is ticked in one press stands in the list, however long that is.
        agencies: [
          ...askable.rows,
          ...(search === "" ? last.filter(({ id }) => !askable.rows.some((one) => one.id === id)) : []),
        ],
        ...{ last, more: askable.more, search, people, times },
        manages: may(actor, "take-over", subject),
      },
    };
  });
}

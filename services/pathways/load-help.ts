import { and, asc, eq, gt, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { cafRedirect, pathway } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { adviceStage } from "#domain/advice-stage";
import { may } from "#domain/permissions";
import { mayKnowOf } from "../contacts/known-to.ts";
import type { Unit } from "../unit-of-work.ts";

/** What was closed stays on the board for a week, so that nobody wonders where it went. */
const closedDays = 7;
/** Looked through for the counts. More open work than this is no list any more; the page says so. */
export const lookedThrough = 2000;

/** What the counts and the order are made of: no names, and nothing opened. */
export async function loadHelp({ tx, now }: Unit, actor: StaffActor) {
  const since = new Date(now.getTime() - closedDays * 86_400_000);
  const shown = or(
    isNull(pathway.closedAt),
    gt(pathway.closedAt, since),
    and(isNotNull(cafRedirect.startCheckDueAt), isNotNull(cafRedirect.startCheckToldAt)),
  );
  const ofTeam = actor.teamId === null ? eq(pathway.ownerId, actor.id) : eq(pathway.teamId, actor.teamId);
  const rows = await tx
    .select({ work: pathway, agreedOn: cafRedirect.familyAgreedOn, ledSince: cafRedirect.leadAcceptedAt })
    .from(pathway)
    .innerJoin(contact, eq(contact.id, pathway.contactId))
    .leftJoin(cafRedirect, eq(cafRedirect.pathwayId, pathway.id))
    .where(
      and(
        inArray(pathway.kind, ["advice_episode", "caf_redirect"]),
        shown,
        mayKnowOf(actor),
        may(actor, "take-over") ? undefined : ofTeam,
      ),
    )
    .orderBy(asc(pathway.createdAt), asc(pathway.id))
    .limit(lookedThrough);
  return rows.map(({ work, agreedOn, ledSince }) => ({
    id: work.id,
    contactId: work.contactId,
    ownerId: work.ownerId,
    since: work.createdAt,
    closedAt: work.closedAt,
    stage: adviceStage({ ...work, agreed: agreedOn !== null, leadAccepted: ledSince !== null }),
    agreementMissing: work.kind === "caf_redirect" && agreedOn === null,
  }));
}

import type { StaffActor } from "#domain/actor";
import type { ClosedBecause, PathwayKind } from "#domain/pathway";
import { localDate } from "#domain/time-words";
import { firstEntry } from "./pathway-entries.ts";
import { scribe, type Scribe } from "./sheaf.ts";

export type PathwayStory = {
  id: string;
  kind: PathwayKind;
  contactId: string;
  decisionId: string;
  owner: StaffActor;
  acceptedAt: Date;
  begunAt: Date;
  closedAt: Date | null;
};

/** How work of a kind ends when it ends well. */
const endOf: Record<PathwayKind, ClosedBecause> = {
  advice_episode: "advice-given",
  caf_redirect: "family-contacted",
  social_work_referral: "ended-without-assessment",
  strategy_discussion: "no-enquiry",
  transfer: "receipt-confirmed",
  case_notice: "acknowledged",
};

/** The events of a piece of work, each at its own moment. */
export function auditPathway(
  by: Scribe,
  { id: subjectId, kind, contactId, decisionId, owner, ...at }: PathwayStory,
): void {
  const as = (actor: Scribe["actor"], moment: Date) => scribe(by.context, by.sheaf, actor, moment);
  const about = { contactId, subjectId };
  as({ kind: "system", process: "worker" }, by.now).audit({
    kind: "pathway.created",
    ...about,
    facts: { kind, decisionId },
  });
  as(owner, at.acceptedAt).audit({ kind: "pathway.accepted", ...about, facts: {} });
  const entry = firstEntry(kind, localDate(at.begunAt));
  if (entry)
    as(owner, at.begunAt).audit({ kind: "pathway.recorded", ...about, facts: { entry: entry.kind } });
  if (at.closedAt)
    as(owner, at.closedAt).audit({ kind: "pathway.closed", ...about, facts: { because: endOf[kind] } });
}

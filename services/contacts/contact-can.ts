import type { StaffActor } from "#domain/actor";
import { may, type Subject } from "#domain/permissions";

/** What somebody may do with a contact that they read: which links and forms its pages show. */
export type ContactCan = ReturnType<typeof contactCan>;

export const contactCan = (actor: StaffActor, subject: Subject) =>
  ({
    rate: may(actor, "rate", subject),
    hold: may(actor, "hold", subject),
    takeOver: may(actor, "take-over", subject),
    note: may(actor, "add-note", subject),
    requests: may(actor, "see-request", subject),
    ask: may(actor, "ask-agencies", subject),
    match: may(actor, "link-match", subject),
    referrer: may(actor, "see-referrer", subject),
    address: may(actor, "see-address", subject),
    recommend: may(actor, "recommend", subject),
    decide: may(actor, "decide", subject),
    restrict: may(actor, "restrict", subject),
    lado: may(actor, "open-lado", subject),
    lookers: may(actor, "see-lookers", subject),
    seeDecided: may(actor, "see-triage") || may(actor, "read-audit"),
  }) as const;

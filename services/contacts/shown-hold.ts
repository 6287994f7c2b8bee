import type { StaffActor } from "#domain/actor";
import type { FoundContact } from "./contact-access.ts";

/** Who works on a contact, as its pages say it to somebody who reads them. */
export type ShownHold = { name: string; since: Date; until: Date; mine: boolean; live: boolean };

/** @param renewed the new end of the reader's own lease, where they hold it */
export const shownHold = (
  { hold }: Pick<FoundContact, "hold">,
  reader: StaffActor,
  renewed: Date | null,
): ShownHold | null =>
  hold && {
    name: hold.holderName,
    since: hold.takenAt,
    until: renewed ?? hold.leaseUntil,
    mine: hold.holderId === reader.id,
    live: renewed !== null || hold.live,
  };

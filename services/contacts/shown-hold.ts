import type { StaffActor } from "#domain/actor";
import type { Settings } from "#domain/settings";
import type { FoundContact } from "./contact-access.ts";

/** Who works on a contact, as its pages say it to somebody who reads them. */
export type ShownHold = {
  name: string;
  since: Date;
  until: Date;
  /** How long it is still the reader's, where it is: a page counts from when it came, whatever its clock says. */
  leftMs: number | null;
  mine: boolean;
  live: boolean;
};

/** @param renewed the new end of the reader's own lease, where they hold it: all of its minutes are left then */
export const shownHold = (
  { hold }: Pick<FoundContact, "hold">,
  reader: StaffActor,
  renewed: Date | null,
  { leaseMinutes }: Pick<Settings, "leaseMinutes">,
): ShownHold | null =>
  hold && {
    name: hold.holderName,
    since: hold.takenAt,
    until: renewed ?? hold.leaseUntil,
    leftMs: renewed === null ? null : leaseMinutes * 60_000,
    mine: hold.holderId === reader.id,
    live: renewed !== null || hold.live,
  };

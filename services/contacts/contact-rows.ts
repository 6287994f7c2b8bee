import type { contact, contactAdult } from "#db/schema/intake";
import { elsewhere } from "#domain/area";
import type { AdultParticulars, ContactFacts } from "#domain/contact-facts";
import type { Channel } from "#domain/intake";
import { keyRules } from "#domain/match-keys";
import type { Submission } from "#domain/questions/submission";
import { newDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { childRow } from "./child-row.ts";

type Head = {
  channel: Channel;
  idempotencyKey: string;
  receivedAt: Date;
  bodyHash: Buffer;
  reference: string;
  addsToId: string | null;
  /** Not null from the start for what may be about a restricted person. */
  clearedOnlySince: Date | null;
};

/** Every row that a contact is made of, sealed under its two data keys: its own and its referrer's. */
export function contactRows(
  unit: Pick<Unit, "context" | "now">,
  submission: Submission,
  head: Head,
  senderId: string | null,
) {
  const { newId, keys } = unit.context;
  const { audience, language, danger, children, adults, address, referrer, snapshot, partial, ...facts } =
    submission;
  const outside = elsewhere(address?.postcode, unit.context.settings);
  const contactId = newId();
  const referrerId = newId();
  const room = newDataKey(keys, "contact", contactId);
  const referrerRoom = newDataKey(keys, "referrer", referrerId);
  const sealFacts = (table: string, row: string, column: string, value: unknown) =>
    seal(room.key, { table, row, column }, value);
  return {
    dataKeys: [room.row, referrerRoom.row],
    contact: {
      ...head,
      id: contactId,
      audience,
      language,
      danger,
      partial,
      keyedWith: keyRules,
      sourceCode: referrer.sourceCode,
      // "Going home soon" without a time counts as now: what has no clock time must not wait until last.
      nextEventAt: facts.nextEvent && new Date(facts.nextEvent.at ?? head.receivedAt),
      facts: sealFacts("contact", contactId, "facts", {
        ...facts,
        ...(outside === null ? {} : { outOfArea: { council: outside.council } }),
      } satisfies ContactFacts),
    } satisfies typeof contact.$inferInsert,
    children: children.map((child, ordinal) =>
      childRow(newId(), contactId, ordinal, child, address, room.key),
    ),
    adults: adults.map(({ name, ...particulars }, ordinal) => {
      const id = newId();
      return {
        id,
        contactId,
        ordinal,
        name,
        dateOfBirth: particulars.birth.kind === "born" ? particulars.birth.date : null,
        particulars: sealFacts("contact_adult", id, "particulars", particulars satisfies AdultParticulars),
      } satisfies typeof contactAdult.$inferInsert;
    }),
    snapshot: {
      contactId,
      content: sealFacts("contact_snapshot", contactId, "content", snapshot.contact),
    },
    referrer: {
      id: referrerId,
      contactId,
      particulars: seal(
        referrerRoom.key,
        { table: "referrer", row: referrerId, column: "particulars" },
        referrer,
      ),
      snapshot: seal(
        referrerRoom.key,
        { table: "referrer", row: referrerId, column: "snapshot" },
        snapshot.referrer,
      ),
      canBeEmailed: referrer.email !== null,
      senderId,
      verifiedAt: senderId === null ? null : unit.now,
    },
  };
}

export type ContactRows = ReturnType<typeof contactRows>;

import type { contact, contactAdult, contactChild } from "#db/schema/intake";
import type { AdultParticulars, ChildParticulars, ContactFacts } from "#domain/contact-facts";
import type { Channel } from "#domain/intake";
import type { Birth, Submission, SubmittedChild } from "#domain/questions/submission";
import { newDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

type Head = {
  channel: Channel;
  idempotencyKey: string;
  receivedAt: Date;
  bodyHash: Buffer;
  reference: string;
};

/** Every row that a contact is made of, sealed under its two data keys: its own and its referrer's. */
export function contactRows(unit: Unit, submission: Submission, head: Head) {
  const { newId, keys } = unit.context;
  const { audience, language, danger, children, adults, address, referrer, snapshot, partial, ...facts } =
    submission;
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
      sourceCode: referrer.sourceCode,
      nextEventAt: facts.nextEvent?.at ? new Date(facts.nextEvent.at) : null,
      facts: sealFacts("contact", contactId, "facts", facts satisfies ContactFacts),
    } satisfies typeof contact.$inferInsert,
    children: children.map((child, ordinal) => {
      const id = newId();
      return {
        id,
        contactId,
        ordinal,
        standing: child.standing,
        firstName: child.firstName,
        lastName: child.lastName,
        alsoKnownAs: child.knownAs,
        ...birthColumns(child.birth),
        sex: child.sex,
        postcode: address?.postcode ?? null,
        particulars: sealFacts("contact_child", id, "particulars", childParticulars(child, address)),
      } satisfies typeof contactChild.$inferInsert;
    }),
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
    },
  };
}

export type ContactRows = ReturnType<typeof contactRows>;

function childParticulars(child: SubmittedChild, address: Submission["address"]): ChildParticulars {
  const { description, birth, nhsNumber, upn, school, relationship, livesWithChild, mayBeRisk, facts } =
    child;
  return {
    description,
    birth,
    nhsNumber,
    upn,
    school,
    relationship,
    livesWithChild,
    mayBeRisk,
    facts,
    address,
  };
}

function birthColumns(birth: Birth) {
  return {
    dateOfBirth: birth.kind === "born" ? birth.date : null,
    estimatedAge: birth.kind === "about" ? birth.years : null,
    dueDate: birth.kind === "unborn" ? birth.dueDate : null,
  };
}

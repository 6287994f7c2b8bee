import { randomBytes } from "node:crypto";
import { insertRows } from "#db/insert-rows";
import { clock } from "#db/schema/decision";
import { contact, contactAdult, contactChild, contactSnapshot, referrer } from "#db/schema/intake";
import { adultKey, matchKey, name } from "#db/schema/people";
import { dataKey } from "#db/schema/proof";
import { hold } from "#db/schema/screening";
import type { Channel } from "#domain/intake";
import type { Owed } from "#domain/jobs";
import type { Submission } from "#domain/questions/submission";
import { newReference } from "#domain/reference";
import { Conflict } from "../errors.ts";
import { offerToNight } from "../hand-over/offer-to-night.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { lockArriving, lockedOnArrival } from "../restricted/lock-arriving.ts";
import { mayMatchRestricted, type MayMatch } from "../restricted/may-match.ts";
import type { Unit } from "../unit-of-work.ts";
import { auditOrFlag } from "./audit-or-flag.ts";
import { contactClocks } from "./contact-clocks.ts";
import { contentHash, isSameContent } from "./content-hash.ts";
import { contactRows, type ContactRows } from "./contact-rows.ts";
import { findEarlier } from "./find-earlier.ts";
import type { Receipt } from "./find-receipt.ts";
import { findable } from "./findable.ts";
import { matchKeyRows } from "./match-key-rows.ts";

export type Arrival = {
  channel: Channel;
  /** Minted with the check-answers page, or the caller's own: the same key never makes a second contact. */
  idempotencyKey: string;
  /** When it reached us; now, unless it is loaded from elsewhere. */
  receivedAt?: Date;
  /** What is compared when the key comes again; all that the contact says unless given. */
  content?: string;
  /** Who proved that they read the address that they gave; nobody did when left out. */
  senderId?: string | null;
  /** The contact that it adds to, and why that one is known to cleared staff alone. */
  addsTo?: { id: string; locks: readonly MayMatch[] };
};

/**
 * Takes a contact in, once for each key: the same key with the same content answers with the first receipt.
 * @throws Conflict with the first receipt when the key was used for other content
 */
export async function receiveContact(unit: Unit, submission: Submission, arrival: Arrival): Promise<Receipt> {
  const earlier = await findEarlier(unit, arrival.idempotencyKey);
  if (earlier === null) return writeContact(unit, submission, arrival);
  if (isSameContent(unit, submission, arrival, earlier.bodyHash)) return earlier.receipt;
  throw new Conflict<Receipt>("the key was used for another contact", earlier.receipt);
}

/**
 * Writes a new contact: rows, clocks, match keys, audit and owed work in the caller's transaction. For a caller who has
 * looked for the key; the database refuses a second contact under it.
 */
export async function writeContact(unit: Unit, submission: Submission, arrival: Arrival): Promise<Receipt> {
  const { tx, context } = unit;
  const { channel, idempotencyKey, receivedAt = unit.now, addsTo } = arrival;
  const marks = {
    channel,
    idempotencyKey,
    receivedAt,
    addsToId: addsTo?.id ?? null,
    bodyHash: contentHash(unit, submission, arrival),
    reference: newReference(randomBytes),
  };
  // Before anybody can see it: what may be about a restricted person is cleared staff's from its first moment.
  const mayMatch = [...(await mayMatchRestricted(unit, submission, receivedAt)), ...(addsTo?.locks ?? [])];
  const clearedOnlySince = mayMatch.length > 0 ? unit.now : null;
  const rows = contactRows(unit, submission, { ...marks, clearedOnlySince }, arrival.senderId ?? null);
  const clocks = contactClocks(unit, rows, receivedAt, submission.audience);
  const keys = matchKeyRows(
    context.keys,
    rows.contact.id,
    findable(rows, submission, receivedAt),
    rows.adults,
  );
  // One flush: the connection runs them in this order while we wait once.
  await Promise.all([
    insertRows(tx, dataKey, rows.dataKeys),
    insertRows(tx, contact, [rows.contact]),
    insertRows(tx, contactChild, rows.children),
    insertRows(tx, contactAdult, rows.adults),
    insertRows(tx, contactSnapshot, [rows.snapshot]),
    insertRows(tx, referrer, [rows.referrer]),
    insertRows(tx, hold, [{ contactId: rows.contact.id }]),
    insertRows(tx, clock, clocks.rows),
    insertRows(tx, name, keys.names, "ignore"),
    insertRows(tx, matchKey, keys.rows, "ignore"),
    insertRows(tx, adultKey, keys.adultRows, "ignore"),
    unit.owe(...owedFor(rows)),
    lockArriving(unit, rows.contact.id, mayMatch),
    // The contact is on the screen already; this is the knock.
    clocks.urgent && oweHub(unit, "red-contact", rows.contact.id),
    clocks.tonight && offerToNight(unit, { id: rows.contact.id, clearedOnlySince }),
  ]);
  const { partial, danger } = submission;
  const told = { channel, children: submission.children.length, partial, danger };
  await auditOrFlag(unit, rows.contact.id, told, lockedOnArrival(unit, rows.contact.id, mayMatch));
  const { reference } = rows.contact;
  return { reference, receivedAt, decideBy: clocks.decideBy, partial };
}

function owedFor({
  contact: { id: subjectId },
  referrer: { id: recipientId, canBeEmailed },
}: ContactRows): Owed[] {
  const match: Owed = { kind: "match-contact", subjectId, facts: {} };
  const facts = { message: "contact-received", to: "referrer" } as const;
  return canBeEmailed ? [match, { kind: "send-message", subjectId, recipientId, facts }] : [match];
}

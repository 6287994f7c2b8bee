import type { StaffActor } from "#domain/actor";
import type { ClockFace } from "#domain/clock-face";
import { contactStatus, type ContactStatus } from "#domain/contact";
import type { ContactFacts } from "#domain/contact-facts";
import type { Channel, DangerAnswer, Language } from "#domain/intake";
import type { NextEvent, Submission } from "#domain/questions/submission";
import type { Rating } from "#domain/rating";
import { isAddressSecret, shownFacts, withoutAddress } from "#domain/secret-address";
import { callBackWindow } from "#domain/wording/promise";
import { calendarOf } from "#domain/working-calendar";
import { loadRequestStates, type RequestStateView } from "../agencies/load-request-states.ts";
import { isSubject, loadHousehold, type HouseholdChild } from "../decisions/load-household.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { findContact, type FoundContact } from "./contact-access.ts";
import { alsoReading } from "./also-reading.ts";
import { contactCan, type ContactCan } from "./contact-can.ts";
import { renewHold } from "./renew-hold.ts";
import { shownHold, type ShownHold } from "./shown-hold.ts";
import { gatherBy, runningClocks } from "./running-clocks.ts";

/** What stands at the top of every page about a contact: who, how urgent, until when, who works on it. */
export type ContactHead = {
  /** When the page was read; its times left are counted from here. */
  asAt: Date;
  reference: string;
  version: number;
  receivedAt: Date;
  status: ContactStatus;
  danger: DangerAnswer;
  called999: Submission["called999"];
  channel: Channel;
  partial: boolean;
  /** What the sender read while they filled the form in. */
  language: Language;
  /** Only cleared staff know of it. */
  restricted: boolean;
  /** The reader may know of it only because somebody named them for it. */
  named: boolean;
  rating: Rating | null;
  /** Null once it is rated, or when there is nothing left to rate. */
  rate: ClockFace | null;
  /** The first decision that is due; null when every child has one. */
  decide: ClockFace | null;
  children: readonly HouseholdChild[];
  nextEvent: NextEvent | null;
  nextEventAt: Date | null;
  safeContact: Submission["safeContact"];
  /** What a family that asked for help was told: when somebody is in touch. Null once it is decided. */
  callBack: string | null;
  /** The sender asked that the family is not told who they are. */
  keepSenderSecret: boolean;
  /** No page shows where the family is; it can be opened with a reason. */
  addressSecret: boolean;
  /** When what its colour asks for should be gathered; null for Blue, before it is rated and once all is decided. */
  gather: ClockFace | null;
  /** Who else of the hub has it open, as far as that is known. */
  alsoReading: readonly string[];
  hold: ShownHold | null;
  can: ContactCan;
  /** Where what agencies were asked stands; null for whoever does not see it. */
  requests: RequestStateView[] | null;
};

/** The facts are those that pages may show. */
export type OpenedContact = { head: ContactHead; found: FoundContact; key: Buffer; facts: ContactFacts };

/**
 * Opens one page about a contact: checks that this person may read it, records that they did, and, when they hold it,
 * starts their lease again, because reading is working on it.
 * @param page names the page in the audit
 */
export async function openContactPage(
  unit: Unit,
  actor: StaffActor,
  { reference, page }: { reference: string; page: string },
): Promise<OpenedContact> {
  const found = await findContact(unit, actor, reference);
  const { row } = found;
  const renewed = found.hold?.holderId === actor.id ? await renewHold(unit, actor, row.id) : null;
  const key = await readDataKey(unit, "contact", row.id);
  const [children, clocks, requests, reading] = await Promise.all([
    loadHousehold(unit, row.id, key),
    runningClocks(unit, row.id),
    loadRequestStates(unit, row.id),
    alsoReading(unit, actor, row.id),
    unit.audit({ kind: "contact.viewed", contactId: row.id, facts: { page, because: found.ground } }),
  ]);
  const said = open<ContactFacts>(key, { table: "contact", row: row.id, column: "facts" }, row.facts);
  const facts = shownFacts(said);
  const addressSecret = isAddressSecret(said);
  const { decision: decide, rating: rate } = clocks;
  const promised = row.audience === "family" ? decide : null;
  const subject = renewed === null ? found.subject : { ...found.subject, holderId: actor.id };
  const can = contactCan(actor, subject);
  return {
    found: { ...found, subject },
    key,
    facts,
    head: {
      asAt: unit.now,
      ...{ reference: row.reference, version: row.version, receivedAt: row.receivedAt },
      status: contactStatus(children.filter(isSubject).map(({ state }) => state)),
      ...{ called999: facts.called999, channel: row.channel },
      ...{ partial: row.partial, language: row.language },
      ...{ danger: row.danger, restricted: row.clearedOnlySince !== null },
      named: actor.named?.includes(row.id) === true,
      ...{ rating: row.rating, rate: row.rating === null ? rate : null },
      ...{ decide, gather: decide && gatherBy(unit, row), alsoReading: reading },
      children: addressSecret ? children.map(withoutAddress) : children,
      ...{ addressSecret, keepSenderSecret: facts.keepSenderSecret === true },
      ...{ nextEvent: facts.nextEvent, nextEventAt: row.nextEventAt },
      safeContact: facts.safeContact,
      callBack: promised && callBackWindow(promised.dueAt, calendarOf(unit.context.settings)),
      hold: shownHold(found, actor, renewed, unit.context.settings),
      ...{ can, requests: can.requests ? requests : null },
    },
  };
}

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { readSession } from "#services/accounts/read-session";
import { readContact } from "#services/contacts/read-contact";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { breakGlass } from "#services/restricted/break-glass";
import { listOpened } from "#services/restricted/list-opened";
import { restrictPerson } from "#services/restricted/restrict-person";
import { reviewGlass } from "#services/restricted/review-glass";
import { sweepGlass } from "#services/restricted/sweep-glass";
import { aChild, sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, signedIn, type Place } from "../../support/staff.ts";

const reason = "The child is at the door of the police station now";
const morning = new Date("2026-11-24T10:00:00Z");
const minutesLater = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

describe("a restricted contact opened in an emergency", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let hub: Place;
  let manager: StaffActor;
  let records: StaffActor;
  let screener: StaffActor;
  let cookie = "";
  let contact: SentContact;

  before(async () => {
    kit = await testContext();
    kit.at(morning);
    owner = ownerOf(kit);
    hub = await addTeam(kit.context);
    manager = await addStaff(kit.context, ["manager"], { name: "Mo Shah", place: hub });
    records = await addStaff(kit.context, ["records_officer"], { name: "Rae Lund", place: hub });
    const person = await addStaff(kit.context, ["screener"], { name: "Sam King", place: hub });
    cookie = (await signedIn(kit.context, person)).replace("session=", "");
    screener = await asSignedIn();
    contact = await sendContact(kit.context);
    await restrict(contact);
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  /** Whoever the cookie belongs to, with what they opened up to now. */
  async function asSignedIn(): Promise<StaffActor> {
    const session = await readSession(kit.context, cookie);
    assert.ok(session);
    return session.actor;
  }
  const restrict = ({ reference, childIds: [childId = ""] }: SentContact, staffEmail = "") =>
    restrictPerson(kit.context, manager, {
      ...{ reference, childId, staffEmail, kind: "staff_family", reason: "Her mother works here" },
    });
  const wrong = (field: string) => (error: unknown) =>
    error instanceof Invalid && error.problems[field] !== undefined;

  test("needs a reference that is there and a reason, and tells nothing of one that is not", async () => {
    for (const reference of ["", "nonsense", "HK4M7Q2X"])
      await assert.rejects(breakGlass(kit.context, screener, { reference, reason }), wrong("reference"));
    const { reference } = contact;
    await assert.rejects(breakGlass(kit.context, screener, { reference, reason: "urgent" }), wrong("reason"));
    await assert.rejects(breakGlass(kit.context, records, { reference, reason }), Forbidden);
    assert.equal((await owner`select from broken_glass`).length, 0);
    const refused = await owner<{ contact_id: string | null; facts: object }[]>`
      select contact_id, facts from audit_event where kind = 'access.denied' and actor_id = ${screener.id}`;
    const unknown = { contact_id: null, facts: { route: "hub.emergency", why: "not-found" } };
    assert.deepEqual([...refused], [unknown, unknown, unknown], "each try is on record");
  });

  test("is there for an hour, for one person, in one session, and everybody who answers for it is told", async () => {
    const { reference } = contact;
    await assert.rejects(readContact(kit.context, screener, reference), NotFound);
    const opened = await breakGlass(kit.context, screener, { reference, reason });
    assert.deepEqual(opened.until, minutesLater(60));
    const { head } = await readContact(kit.context, await asSignedIn(), reference);
    assert.equal(head.restricted, true);
    const [look] = await owner<{ facts: { because: string } }[]>`
      select facts from audit_event where kind = 'contact.viewed' and actor_id = ${screener.id}`;
    assert.equal(look?.facts.because, "opened", "why they could is on record");
    const told = await owner<{ recipient_id: string }[]>`
      select recipient_id from outbox where facts->>'message' = 'glass-broken'`;
    assert.deepEqual(told.map((one) => one.recipient_id).sort(), [manager.id, records.id].sort());
    const [kept] = await owner<{ reason: Buffer }[]>`select reason from broken_glass`;
    assert.ok(kept && !kept.reason.includes("police station"), "why is sealed");

    const colleague = await addStaff(kit.context, ["screener"], { place: hub });
    await assert.rejects(readContact(kit.context, colleague, reference), NotFound);
    const elsewhere = (await signedIn(kit.context, screener)).replace("session=", "");
    const otherSession = await readSession(kit.context, elsewhere);
    assert.deepEqual(otherSession?.actor.opened, []);
    kit.at(minutesLater(61));
    await owner`update session set seen_at = ${minutesLater(60)}, proved_at = ${minutesLater(60)}`;
    await assert.rejects(readContact(kit.context, await asSignedIn(), reference), NotFound);
    kit.at(morning);
  });

  test("is reviewed by somebody else, once", async () => {
    const [row] = await listOpened(kit.context, records);
    assert.ok(row);
    assert.equal(row.reason, reason);
    await assert.rejects(listOpened(kit.context, manager), Forbidden);
    const input = { id: row.id, finding: "needed" as const, note: "I rang the station" };
    const both: StaffActor = { ...records, id: screener.id };
    await assert.rejects(reviewGlass(kit.context, both, input), Forbidden);
    await assert.rejects(reviewGlass(kit.context, records, { ...input, note: "" }), wrong("note"));
    await reviewGlass(kit.context, records, input);
    await assert.rejects(reviewGlass(kit.context, records, input), NotFound);
    const [after] = await listOpened(kit.context, records);
    assert.equal(after?.finding, "needed");
  });

  test("and not reviewed in a day is told of again, once", async () => {
    await owner`update broken_glass set ended_at = ${morning}`;
    await breakGlass(kit.context, await asSignedIn(), { reference: contact.reference, reason });
    const reminders = () => owner`select from outbox where facts->>'message' = 'glass-unreviewed'`;
    kit.at(minutesLater(24 * 60 - 1));
    assert.equal(await sweepGlass(kit.context), 0);
    kit.at(minutesLater(24 * 60 + 1));
    assert.equal(await sweepGlass(kit.context), 1);
    assert.equal((await reminders()).length, 2);
    assert.equal(await sweepGlass(kit.context), 0, "once");
    kit.at(morning);
  });

  test("is never about one's own family", async () => {
    const child = { firstName: "Ivo", lastName: "Quennell" };
    const own = await sendContact(kit.context, { children: [aChild(child)] });
    const [row] = await owner<{ email: string }[]>`select email from staff where id = ${screener.id}`;
    await restrict(own, row?.email);
    await assert.rejects(
      breakGlass(kit.context, await asSignedIn(), { reference: own.reference, reason }),
      wrong("reference"),
    );
    const [tried] = await owner<{ facts: object }[]>`
      select facts from audit_event where kind = 'access.denied' and contact_id = ${own.id}`;
    assert.deepEqual(
      tried?.facts,
      { route: "hub.emergency", why: "not-found" },
      "and who tried is on record",
    );
  });
});

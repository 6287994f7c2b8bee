import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { readSession } from "#services/accounts/read-session";
import { readMatches } from "#services/contacts/read-matches";
import { beginAttempt } from "#services/mail/begin-attempt";
import { OwedProblem } from "#services/outbox/owed-work";
import { unitOfWork } from "#services/unit-of-work";
import { restrictedKit, type RestrictedKit } from "../../support/restricted-kit.ts";
import { type SentContact } from "../../support/contacts.ts";
import { addStaff, signedIn } from "../../support/staff.ts";

describe("a contact that arrives about a restricted person", () => {
  let kit: RestrictedKit;
  before(async () => {
    kit = await restrictedKit();
  });
  after(() => kit.close());

  /** What the mail process does with each message to a team just before it would be sent. */
  const sendToTeams = async ({ id }: SentContact) => {
    const owed = await kit.owner<{ id: string }[]>`
      select id from outbox where (subject_id = ${id} or subject_id in (select id from restricted_contact where contact_id = ${id}))
        and facts->>'to' = 'team' and done_at is null order by id`;
    for (const { id: outboxId } of owed)
      await unitOfWork(kit.context, { kind: "system", process: "test" }, (unit) =>
        beginAttempt(unit, { kind: "send-message", queue: "mail", outboxId, recovered: false }),
      ).catch((error: unknown) => {
        // It would be sent, if this team had an inbox.
        assert.ok(error instanceof OwedProblem && error.code === "no-address", String(error));
      });
  };

  test("what arrives about them is cleared staff's from its first moment, on the same clock, without a hint", async () => {
    const { context, owner, manager, colleague, screener, match, aFamily, restrict, isThere, isLocked } = kit;
    const family = aFamily();
    await restrict(await family.send());
    const other = aFamily();
    const [like, unlike] = [await family.send({ danger: "yes" }), await other.send({ danger: "yes" })];
    assert.deepEqual([await isLocked(like), await isLocked(unlike)], [true, false]);
    const clocks = await owner<{ contact_id: string; kind: string; minutes: number }[]>`
      select contact_id, kind, round(extract(epoch from due_at - started_at) / 60)::int as minutes from clock
      where contact_id in (${like.id}, ${unlike.id}) order by kind`;
    const of = ({ id }: SentContact) =>
      clocks.filter((row) => row.contact_id === id).map(({ kind, minutes }) => [kind, minutes]);
    assert.deepEqual(of(like), of(unlike));
    // The inbox that the whole hub reads hears of the one that is everybody's, and each manager of the other.
    for (const contact of [like, unlike]) await sendToTeams(contact);
    assert.deepEqual(await kit.told(unlike), [
      ["contact-received", "referrer"],
      ["red-contact", "team"],
    ]);
    assert.deepEqual(
      (await kit.told(like)).filter(([, to]) => to !== "referrer"),
      [colleague, manager].map(() => ["red-contact", "staff"]),
    );
    await match(like);
    assert.equal(
      (await kit.told(like)).some(([message]) => message === "contact-for-manager"),
      false,
      "of an urgent one they heard",
    );
    const later = await family.send();
    await Promise.all([match(later), match(later)]);
    assert.deepEqual(
      (await kit.told(later)).filter(([message]) => message === "contact-for-manager"),
      [["contact-for-manager", "team"]],
      "of another one once, from the work that every contact owes",
    );
    assert.equal(await isThere(like, screener), false);
    const matches = await readMatches(context, manager, like.reference);
    assert.equal(matches.matches.length, 1, "a manager sees whom it may be about");
  });

  test("a brother or sister, the same house, or the member of staff by name is enough", async () => {
    const { context, owner, manager, aFamily, restrict, isThere, isLocked } = kit;
    const family = aFamily();
    const relative = await addStaff(context, ["manager"], { name: "Wanda Wilmot-Price", place: kit.hub });
    const [row] = await owner`select email from staff where id = ${relative.id}`;
    await restrict(await family.send(), manager, String(row?.["email"]).toUpperCase());
    const sibling = await family.send({
      children: [{ ...family.child, firstName: "Karol", birth: { kind: "born", date: "2017-12-01" } }],
    });
    assert.equal(await isLocked(sibling), true);
    const adult = (name: string) => ({
      ...{ name, relationship: null, birth: { kind: "not_known" as const }, livesWithChild: "yes" as const },
      ...{ mayBeRisk: false, parentalResponsibility: "not_known" as const },
    });
    const named = await aFamily().send({ adults: [adult("wilmot price WANDA")] });
    assert.equal(await isLocked(named), true);
    assert.equal(await isLocked(await aFamily().send({ adults: [adult("Wanda Wilmot")] })), false);

    // Whose family it is never learns of it, although managers are cleared; nor are they told.
    const session = await readSession(context, await signedIn(context, relative).then(cookieValue));
    assert.ok(session);
    assert.deepEqual([...(session.actor.barred ?? [])].includes(named.id), true);
    assert.equal(await isThere(named, session.actor), false);
    await kit.match(named);
    await sendToTeams(named);
    const recipients = await owner<{ recipient_id: string }[]>`
      select recipient_id from outbox join restricted_contact r on r.id = subject_id
      where r.contact_id = ${named.id} and facts->>'to' = 'staff'`;
    const ids = recipients.map((one) => one.recipient_id);
    assert.ok(ids.includes(manager.id) && !ids.includes(relative.id), "one by one, but for the relative");
  });

  test("one that arrived before the restriction and is compared after it is locked then", async () => {
    const { owner, match, aFamily, restrict, isLocked } = kit;
    const family = aFamily();
    const [first, second] = [await family.send(), await family.send()];
    await restrict(first);
    assert.equal(await isLocked(second), false, "nothing has compared it yet");
    await match(second);
    assert.equal(await isLocked(second), true);
    const [matched] = await owner<{ facts: { sure: number } }[]>`
      select facts from audit_event where kind = 'contact.matched' and contact_id = ${second.id}`;
    assert.equal(matched?.facts.sure, 0, "the timeline tells no number either");
  });

  test("a form that is sent while its person is being restricted waits for that", async () => {
    const { owner, match, aFamily, restrict, isLocked } = kit;
    const family = aFamily();
    const first = await family.send();
    let arriving: Promise<SentContact> | undefined;
    await owner.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(frontdoor_restrictions())`;
      arriving = family.send();
      await waitsForLock(tx);
    });
    await restrict(first);
    const arrived = await arriving;
    assert.ok(arrived);
    await match(arrived);
    assert.equal(await isLocked(arrived), true);
  });

  test("what cannot be compared in time is taken in for cleared staff alone, with an alarm", async () => {
    const { owner, screener, aFamily, isThere, isLocked } = kit;
    const family = aFamily();
    const contact = await owner.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(frontdoor_restrictions())`;
      return family.send();
    });
    assert.equal(await isLocked(contact), true);
    assert.equal(await isThere(contact, screener), false);
    const [event] = await owner<{ facts: unknown }[]>`
      select facts from audit_event where kind = 'contact.locked' and contact_id = ${contact.id}`;
    assert.deepEqual(event?.facts, { because: "not-compared" });
  });
});

/** As the session cookie holds it. */
const cookieValue = (cookie: string) => cookie.split("=").slice(1).join("=").split(";")[0] ?? "";

async function waitsForLock(sql: postgres.TransactionSql): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`;
    if (row && row.n > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

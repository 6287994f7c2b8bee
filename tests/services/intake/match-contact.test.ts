import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eq, sql } from "drizzle-orm";
import { contact, contactChild } from "#db/schema/intake";
import { matchCandidate } from "#db/schema/people";
import { auditEvent } from "#db/schema/proof";
import type { Submission } from "#domain/questions/submission";
import { matchContact } from "#services/contacts/match-contact";
import { receiveContact } from "#services/contacts/receive-contact";
import { unitOfWork, type Unit } from "#services/unit-of-work";
import { aChild, aSubmission } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";

const worker = { kind: "system", process: "test" } as const;

describe("matching a contact", () => {
  let kit: TestContext;
  before(async () => {
    kit = await testContext();
  });
  after(() => kit.close());

  const run = <T>(work: (unit: Unit) => Promise<T>) => unitOfWork(kit.context, worker, work);
  const arrive = async (submission: Submission) => {
    const idempotencyKey = kit.context.newId();
    await run((unit) => receiveContact(unit, submission, { channel: "online", idempotencyKey }));
    const [row] = await run(({ tx }) =>
      tx.select().from(contact).where(eq(contact.idempotencyKey, idempotencyKey)),
    );
    assert.ok(row);
    return row.id;
  };
  const matchesOf = async (contactId: string) => {
    await run((unit) => matchContact(unit, contactId));
    return run(({ tx }) => tx.select().from(matchCandidate).where(eq(matchCandidate.contactId, contactId)));
  };
  const nobody = { address: null, children: [] };

  test("finds the same child by NHS number, whatever else was typed", async () => {
    const child = aChild({ firstName: "Ines", lastName: "Duarte", nhsNumber: "9434765870" });
    await arrive(aSubmission({ ...nobody, children: [child] }));
    const later = await arrive(
      aSubmission({ ...nobody, children: [{ ...child, lastName: "Duart", birth: { kind: "not_known" } }] }),
    );
    const [match, ...more] = await matchesOf(later);
    assert.equal(more.length, 0);
    assert.equal(match?.band, "sure");
    assert.ok(match?.facts.includes("nhs_same"));
  });

  test("finds a surname with two letters swapped, through the dictionary of names", async () => {
    const home = { lines: ["3 Quay Row"], postcode: "AB4 5EF" };
    const child = aChild({ firstName: "Tomasz", lastName: "Wisniewski", birth: { kind: "not_known" } });
    await arrive(aSubmission({ address: home, children: [child] }));
    const slip = { ...child, firstName: null, lastName: "Winsiewski" };
    const later = await arrive(aSubmission({ address: { ...home, lines: [] }, children: [slip] }));
    const matches = await matchesOf(later);
    assert.equal(matches.length, 1);
  });

  test("of many namesakes compares the newest, says so, and never leaves out who is sure", async () => {
    const home = { lines: ["21 Gannet Street"], postcode: "AB9 8XY" };
    const child = aChild({
      ...{ firstName: "Peregrine", lastName: "Thistlewood" },
      birth: { kind: "born", date: "2016-05-04" },
    });
    const first = await arrive(aSubmission({ address: home, children: [child] }));
    const [earliest] = await run(({ tx }) =>
      tx.select().from(contactChild).where(eq(contactChild.contactId, first)),
    );
    for (let i = 0; i < 30; i += 1)
      await arrive(aSubmission({ ...nobody, children: [{ ...child, birth: { kind: "not_known" } }] }));
    const later = await arrive(aSubmission({ address: home, children: [child] }));
    const matches = await matchesOf(later);
    const bands = new Set(matches.map(({ band }) => band));
    assert.deepEqual([matches.length, [...bands].sort()], [13, ["possible", "sure"]]);
    const [row] = await run(({ tx }) => tx.select().from(contact).where(eq(contact.id, later)));
    assert.equal(row?.matchesCut, true);
    assert.ok(matches.some(({ band, earlierChildId }) => band === "sure" && earlierChildId === earliest?.id));
  });

  test("never takes a twin for the same child, nor a brother of the same form", async () => {
    const twin = (firstName: string) => aChild({ firstName, lastName: "Ballard" });
    const home = { lines: ["9 Weir Lane"], postcode: "AB7 1AA" };
    await arrive(aSubmission({ address: home, children: [twin("Erin")] }));
    const later = await arrive(aSubmission({ address: home, children: [twin("Cora"), twin("Erin")] }));
    const matches = await matchesOf(later);
    assert.deepEqual(
      matches.map(({ band }) => band).sort(),
      ["possible", "sure"],
      "Erin is sure; her twin is only possible",
    );
  });

  test("proposes once however often it runs, and audits counts alone", async () => {
    const child = aChild({ firstName: "Noor", lastName: "Siddiqui" });
    await arrive(aSubmission({ children: [child] }));
    const later = await arrive(aSubmission({ children: [child] }));
    const first = await matchesOf(later);
    const second = await matchesOf(later);
    assert.deepEqual(second.map(({ id }) => id).sort(), first.map(({ id }) => id).sort());
    const events = await run(({ tx }) =>
      tx
        .select()
        .from(auditEvent)
        .where(sql`${auditEvent.contactId} = ${later} and ${auditEvent.kind} = 'contact.matched'`),
    );
    assert.equal(events.length, 2);
    assert.deepEqual(Object.keys(events[0]?.facts as object).sort(), [
      "capped",
      "likely",
      "possible",
      "sure",
    ]);
  });

  test("gives no hint of a contact that only cleared staff may know of", async () => {
    const child = aChild({ firstName: "Perdita", lastName: "Vance", nhsNumber: "9434765838" });
    const hidden = await arrive(aSubmission({ ...nobody, children: [child] }));
    await run(({ tx }) =>
      tx.update(contact).set({ clearedOnlySince: new Date() }).where(eq(contact.id, hidden)),
    );
    assert.deepEqual(await matchesOf(await arrive(aSubmission({ ...nobody, children: [child] }))), []);
  });
});

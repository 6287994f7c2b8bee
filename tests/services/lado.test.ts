import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import type { OpenLado } from "#domain/lado";
import { readContact } from "#services/contacts/read-contact";
import { readTimeline } from "#services/contacts/read-timeline";
import { takeContact } from "#services/contacts/take-contact";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { listLado } from "#services/lado/list-lado";
import { openLado, readLadoForm } from "#services/lado/open-lado";
import { readLado } from "#services/lado/read-lado";
import { sweepLado } from "#services/lado/sweep-lado";
import { workLado } from "#services/lado/work-lado";
import { aChild, sendContact } from "../support/contacts.ts";
import { testContext, type TestContext } from "../support/context.ts";
import { ownerOf } from "../support/queue.ts";
import { addStaff, addTeam, type Place } from "../support/staff.ts";

const tuesday = new Date("2026-11-24T10:00:00Z");
const adult: OpenLado = {
  ...{ name: "Quentin Marlowe", work: "Football coach", employer: "Riverside FC", staffEmail: "" },
  ...{ tests: ["harmed", "risk"], worry: "He held her arm until it bruised" },
};
const emailOf = ({ id }: StaffActor) => `${id}@example.gov.uk`;
const wrong = (field: string) => (error: unknown) => error instanceof Invalid && field in error.problems;

describe("a worry about somebody who works with children", () => {
  let kit: TestContext;
  let owner: ReturnType<typeof ownerOf>;
  let manager: StaffActor;
  let screener: StaffActor;
  let lado: StaffActor;
  let hub: Place;
  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    kit.at(tuesday);
    hub = await addTeam(kit.context);
    manager = await addStaff(kit.context, ["manager"], { place: hub, name: "Mo Shah" });
    screener = await addStaff(kit.context, ["screener"], { place: hub });
    lado = await addStaff(kit.context, ["lado"], { place: hub, name: "Owen Price" });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const told = async (message: string) => {
    const rows = await owner<{ recipient_id: string }[]>`
      select recipient_id from outbox where facts->>'message' = ${message}`;
    return rows.map((row) => row.recipient_id).sort();
  };

  test("is the designated officer's alone, from the moment in which it is told", async () => {
    const { reference, id } = await sendContact(kit.context, { children: [aChild()] });
    await assert.rejects(openLado(kit.context, screener, { reference, ...adult }), Forbidden);
    await openLado(kit.context, manager, { reference, ...adult });
    const { rows } = await listLado(kit.context, lado, { closed: false, after: null });
    assert.deepEqual(
      rows.map(({ name, dueAt }) => [name, dueAt.toISOString()]),
      [["Quentin Marlowe", "2026-11-25T10:00:00.000Z"]],
    );
    const record = rows[0]?.id ?? "";
    const view = await readLado(kit.context, lado, record);
    assert.equal(view.worry, adult.worry);
    assert.equal(view.reference, reference);
    assert.equal(view.openedBy, "Mo Shah");
    for (const other of [manager, screener]) {
      await assert.rejects(readLado(kit.context, other, record), NotFound);
      await assert.rejects(listLado(kit.context, other, { closed: false, after: null }), Forbidden);
    }
    await assert.rejects(readContact(kit.context, lado, reference), NotFound);
    assert.deepEqual(await told("lado-opened"), [lado.id]);

    const [kept] = await owner<{ content: Buffer }[]>`select content from lado_record where id = ${record}`;
    assert.ok(kept && !kept.content.includes("Marlowe"), "it is sealed");
    const { events } = await readTimeline(kit.context, manager, reference);
    const said = events.map(({ what }) => what).join("\n");
    assert.ok(!/officer|LADO/i.test(said), `the timeline does not tell: ${said}`);
    const [heard] = await owner`select from audit_event where kind like 'lado.%' and contact_id = ${id}`;
    assert.equal(heard, undefined);
  });

  test("is never known to whoever it is about: neither the record nor the contact", async () => {
    const accused = await addStaff(kit.context, ["lado"], { place: hub, name: "Ada Quill" });
    const colleague = await addStaff(kit.context, ["screener"], { place: hub, name: "Sam King" });
    const { reference, id } = await sendContact(kit.context, { children: [aChild()] });
    await takeContact(kit.context, colleague, { reference, reason: "First" });
    const before = await told("lado-opened");
    await openLado(kit.context, manager, {
      reference,
      ...adult,
      staffEmail: emailOf(colleague).toUpperCase(),
    });
    await assert.rejects(readContact(kit.context, { ...colleague, barred: [id] }, reference), NotFound);
    const [held] = await owner<
      { holder_id: string | null }[]
    >`select holder_id from hold where contact_id = ${id}`;
    assert.equal(held?.holder_id, null, "it went back to the queue");

    const second = await sendContact(kit.context, { children: [aChild()] });
    await openLado(kit.context, manager, {
      ...{ reference: second.reference, ...adult, staffEmail: emailOf(accused) },
    });
    const barred = { ...accused, barred: [second.id] };
    const { rows } = await listLado(kit.context, barred, { closed: false, after: null });
    assert.equal(rows.length, 2, "the others are theirs to work on");
    const mine = await listLado(kit.context, lado, { closed: false, after: null });
    const about = mine.rows.find(({ id: one }) => !rows.some((row) => row.id === one));
    await assert.rejects(readLado(kit.context, barred, about?.id ?? ""), NotFound);
    await assert.rejects(readLado(kit.context, accused, about?.id ?? ""), NotFound, "also in an old session");
    const after = await told("lado-opened");
    assert.deepEqual(
      after.filter((each) => each === accused.id).length -
        before.filter((each) => each === accused.id).length,
      1,
      "told of the first of these two and not of the one about themselves",
    );
    await assert.rejects(
      openLado(kit.context, manager, { reference, ...adult, staffEmail: emailOf(manager) }),
      wrong("staffEmail"),
    );
    await assert.rejects(
      openLado(kit.context, manager, { reference, ...adult, staffEmail: "nobody@example.org" }),
      wrong("staffEmail"),
    );
  });

  test("goes around the organisation of that person when it is asked to", async () => {
    const school = await addTeam(kit.context, { kind: "education", purpose: "partner" });
    const teacher = await addStaff(kit.context, ["partner"], { place: school });
    const { reference, id } = await sendContact(kit.context, { children: [aChild()] });
    await openLado(kit.context, manager, { reference, ...adult, staffEmail: emailOf(teacher) });
    const around = () => owner`select from organisation_bypass where contact_id = ${id}`;
    assert.equal((await around()).length, 0);
    await openLado(kit.context, manager, {
      reference,
      ...adult,
      staffEmail: emailOf(teacher),
      bypass: "yes",
    });
    const [bypass] = await owner<{ organisation_id: string }[]>`
      select organisation_id from organisation_bypass where contact_id = ${id}`;
    assert.equal(bypass?.organisation_id, school.organisationId);
    const head = await readLadoForm(kit.context, manager, reference);
    assert.equal(head.reference, reference);
  });

  test("is taken up, written in and closed, each with words and once", async () => {
    const { rows } = await listLado(kit.context, lado, { closed: false, after: null });
    const id = rows[0]?.id ?? "";
    const work = (what: "acknowledge" | "note" | "close", note: string, finding?: "unfounded") =>
      workLado(kit.context, lado, { id, what, note, ...(finding && { finding }) });
    await assert.rejects(work("acknowledge", ""), wrong("note"));
    await work("acknowledge", "Rang the club's welfare officer");
    await work("note", "Met with police");
    await assert.rejects(work("close", "Nothing in it"), wrong("finding"));
    await work("close", "Nothing in it", "unfounded");
    await assert.rejects(work("note", "One more"), wrong("note"));
    const view = await readLado(kit.context, lado, id);
    assert.deepEqual(
      view.notes.map(({ text }) => text),
      ["Rang the club's welfare officer", "Met with police", "Nothing in it"],
    );
    assert.equal(view.finding, "unfounded");
    const closed = await listLado(kit.context, lado, { closed: true, after: null });
    assert.deepEqual(
      closed.rows.map((row) => row.id),
      [id],
    );
  });

  test("that nobody takes up in a working day is told of again, once, also to whoever opened it", async () => {
    assert.equal(await sweepLado(kit.context), 0);
    kit.at(new Date("2026-11-25T10:00:01Z"));
    const open = await listLado(kit.context, lado, { closed: false, after: null });
    assert.equal(await sweepLado(kit.context), open.rows.length);
    assert.equal(await sweepLado(kit.context), 0);
    const again = await told("lado-untaken");
    for (const somebody of [lado, manager]) assert.ok(again.includes(somebody.id));
    kit.at(tuesday);
  });
});

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import type { Submission } from "#domain/questions/submission";
import { readContact } from "#services/contacts/read-contact";
import { releaseContact } from "#services/contacts/release-contact";
import { takeContact } from "#services/contacts/take-contact";
import { takeNext } from "#services/contacts/take-next";
import { listTriage } from "#services/triage/list-triage";
import { readMyWork } from "#services/triage/read-my-work";
import { arriveAbout } from "../../support/arriving.ts";
import type { SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

const family = { firstName: "Zofia", lastName: "Wojcik" };

describe("a new contact about a child of a contact that a colleague holds", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let sam: StaffActor;
  let ada: StaffActor;
  let manager: StaffActor;
  let held: SentContact;
  let older: SentContact;

  beforeEach(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    sam = await addStaff(kit.context, ["screener"], { name: "Sam King" });
    ada = await addStaff(kit.context, ["screener"], { name: "Ada Quill" });
    manager = await addStaff(kit.context, ["manager"], { name: "Mo Shah" });
    held = await arriveAbout(kit.context, family, { hoursAgo: 3 });
    await takeContact(kit.context, sam, { reference: held.reference, reason: "" });
    older = await arriveAbout(kit.context, { firstName: "Idris", lastName: "Penhaligon" }, apart);
  });
  afterEach(async () => {
    await owner.end();
    await kit.close();
  });

  const apart = { hoursAgo: 2, address: { lines: ["90 Quay Row"], postcode: "ZZ9 9ZZ" } };
  const arrives = (submission: Partial<Submission> = {}) =>
    arriveAbout(kit.context, family, { hoursAgo: 1 / 60, ...submission });
  const next = async (actor: StaffActor) => {
    const taken = await takeNext(kit.context, actor);
    return taken.kind === "taken" ? taken.reference : taken.kind;
  };
  const aboutMine = async (actor: StaffActor) =>
    (await readMyWork(kit.context, actor)).aboutMine.map(({ reference, holderName, kept }) => [
      reference,
      holderName,
      kept,
    ]);

  test("goes to them first and to nobody else, and everybody is told why", async () => {
    const fresh = await arrives();
    assert.deepEqual(await aboutMine(sam), [[fresh.reference, null, true]]);
    assert.deepEqual(await aboutMine(ada), []);
    assert.deepEqual((await readContact(kit.context, sam, held.reference)).newer.references, [
      fresh.reference,
    ]);
    const { rows } = await listTriage(kit.context, ada, { filter: "all", page: 1 });
    const why = (contact: SentContact) => rows.find((row) => row.reference === contact.reference)?.because;
    assert.match(why(fresh) ?? "", /Kept until .+ for Sam King, who holds this family\.$/);
    assert.doesNotMatch(why(older) ?? "", /Kept/);
    assert.equal(await next(ada), older.reference);
    assert.equal(await next(ada), "nothing");
    assert.equal(await next(sam), fresh.reference);
    assert.deepEqual(await aboutMine(sam), []);
  });

  test("is served to whoever asks once its minutes are over, the hold is over or let go, or the setting is 0", async () => {
    const fresh = await arrives();
    const served = async () => {
      const first = await next(ada);
      if (first !== "nothing") await releaseContact(kit.context, ada, first);
      return first;
    };
    await takeContact(kit.context, manager, { reference: older.reference, reason: "" });
    assert.equal(await served(), "nothing");
    await owner`update contact set received_at = now() - interval '15 minutes' where id = ${fresh.id}`;
    assert.equal(await served(), fresh.reference);
    await owner`update contact set received_at = now() - interval '1 minute' where id = ${fresh.id}`;
    assert.equal(await served(), "nothing");
    await owner`update hold set lease_until = now() where contact_id = ${held.id}`;
    await owner`update hold set has_notes = true where contact_id = ${held.id}`;
    assert.equal(await served(), fresh.reference);
    await owner`update hold set lease_until = now() + interval '9 minutes' where contact_id = ${held.id}`;
    assert.equal(await served(), "nothing");
    const settings = { ...kit.context.settings, familyKeptMinutes: 0 };
    assert.equal((await takeNext({ ...kit.context, settings }, ada)).kind, "taken");
    await releaseContact(kit.context, ada, fresh.reference);
    await releaseContact(kit.context, sam, held.reference);
    assert.deepEqual([await next(ada), await next(ada)].sort(), [held.reference, fresh.reference].sort());
  });

  test("that presses waits for nobody, and managers are told that the family is in other hands", async () => {
    const danger = await arrives({ danger: "yes" });
    const told = async (actor: StaffActor) =>
      (await readMyWork(kit.context, actor)).pressingElsewhere.map(({ reference, red, holderName }) => [
        reference,
        red,
        holderName,
      ]);
    assert.deepEqual(await aboutMine(sam), [[danger.reference, null, false]]);
    assert.deepEqual(await told(manager), [[danger.reference, false, "Sam King"]]);
    assert.deepEqual(await told(ada), []);
    await owner`update contact set rating = 'R' where id = ${danger.id}`;
    assert.deepEqual(await told(manager), [[danger.reference, true, "Sam King"]]);
    assert.equal(await next(ada), danger.reference);
    assert.deepEqual(await told(manager), []);
    assert.deepEqual(await aboutMine(sam), [[danger.reference, "Ada Quill", false]]);
  });

  test("is nobody's first where the match is not sure, or one of the two is restricted or kept from somebody", async () => {
    const fresh = await arrives();
    const free = async () => {
      const { rows } = await listTriage(kit.context, manager, { filter: "all", page: 1 });
      return rows.find(({ reference }) => reference === fresh.reference)?.because.includes("Kept") === false;
    };
    assert.equal(await free(), false);
    await owner`update match_candidate set band = 'likely'`;
    assert.equal(await free(), true);
    await owner`update match_candidate set band = 'sure'`;
    for (const { id } of [fresh, held]) {
      await owner`update contact set cleared_only_since = now() where id = ${id}`;
      assert.equal(await free(), true);
      assert.deepEqual(await aboutMine(sam), []);
      await owner`update contact set cleared_only_since = null where id = ${id}`;
    }
    assert.equal(await free(), false);
    await owner`insert into contact_bar (contact_id, staff_id, because, since) values (${fresh.id}, ${sam.id}, 'family', now())`;
    assert.equal(await free(), true);
  });
});

test("while danger to rate lies with somebody's notes, nothing below it is served", async () => {
  const kit = await testContext();
  const owner = ownerOf(kit);
  const [sam, ada] = [
    await addStaff(kit.context, ["screener"], { name: "Sam King" }),
    await addStaff(kit.context, ["screener"]),
  ];
  const left = await arriveAbout(kit.context, family, { hoursAgo: 1, danger: "yes" });
  await arriveAbout(kit.context, { firstName: "Idris" }, { hoursAgo: 2 });
  await owner`update hold set holder_id = ${sam.id}, taken_at = now(), lease_until = now(), has_notes = true where contact_id = ${left.id}`;
  const answer = await takeNext(kit.context, ada);
  assert.deepEqual(answer, {
    kind: "look",
    reference: left.reference,
    because:
      "A contact with a sign of danger is waiting. Sam King left it with notes. Open it to take it on, or ask a manager.",
  });
  await owner.end();
  await kit.close();
});

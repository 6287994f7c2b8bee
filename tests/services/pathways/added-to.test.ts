import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { addToContact } from "#services/contacts/add-to-contact";
import { messageFacts } from "#services/mail/message-facts";
import { listPathways } from "#services/pathways/list-pathways";
import { readPathway } from "#services/pathways/read-pathway";
import { unitOfWork } from "#services/unit-of-work";
import { agreeAll, recommendAll, routeAll } from "../../support/deciding.ts";
import { restrictedKit, type RestrictedKit } from "../../support/restricted-kit.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

const start = new Date("2026-11-23T10:00:00Z");
const later = new Date(start.getTime() + 3_600_000);
const worker = { kind: "system", process: "worker" } as const;

describe("something that is added to what a team works on", () => {
  let kit: RestrictedKit;
  let owner: RestrictedKit["owner"];
  let manager: StaffActor;
  let place: Awaited<ReturnType<typeof addTeam>>;
  before(async () => {
    kit = await restrictedKit();
    ({ owner } = kit);
    kit.at(start);
    place = await addTeam(kit.context, { purpose: "social_work" });
    manager = await addStaff(kit.context, ["social_work_manager"], { place });
  });
  after(() => kit.close());

  async function givenWork() {
    kit.at(start);
    const contact = await kit.aFamily().send();
    await recommendAll(kit.context, owner, kit.screener, contact, "assessment");
    await routeAll(kit.context, await agreeAll(kit.context, owner, kit.manager, contact));
    return contact;
  }
  const add = (contactId: string) =>
    unitOfWork(kit.context, { kind: "public" }, (unit) =>
      addToContact(unit, {
        ...{ contactId, text: "He came back with Quillfeather", danger: "no", channel: "online" },
        idempotencyKey: kit.context.newId(),
      }),
    );
  const rowOf = async (reference: string) =>
    (await listPathways(kit.context, manager, "social-work")).rows.find((row) => row.reference === reference);
  const messagesTo = (teamId: string | null) =>
    owner<{ subjectId: string }[]>`select subject_id as "subjectId" from outbox
      where facts->>'message' = 'work-added-to' and recipient_id = ${teamId}`;

  test("is told to the team without a detail, and stands on its board and its record", async () => {
    const contact = await givenWork();
    assert.equal((await rowOf(contact.reference))?.addedAt, null);
    kit.at(later);
    const linked = await add(contact.id);
    assert.equal(linked.how, "linked");
    const told = await messagesTo(place.teamId);
    assert.equal(told.length, 1, "once, however many children the team has of it");
    const about = await unitOfWork(kit.context, worker, (unit) =>
      messageFacts(unit, "work-added-to", told[0]?.subjectId ?? ""),
    );
    assert.equal(about?.contactId, contact.id, "by the reference that the team knows");
    const row = await rowOf(contact.reference);
    assert.deepEqual(row?.addedAt, later);
    const view = await readPathway(kit.context, manager, {
      id: row?.id ?? "",
      kinds: ["social_work_referral"],
    });
    assert.deepEqual(view.work.addedAt, later);
    assert.doesNotMatch(JSON.stringify([row, view]), /Quillfeather/);
  });

  test("is not told where only few may know of it and the team does not", async () => {
    const contact = await givenWork();
    kit.at(later);
    const linked = await add(contact.id);
    assert.ok(linked.how === "linked");
    await owner`update contact set cleared_only_since = now() where reference = ${linked.reference}`;
    assert.equal((await rowOf(contact.reference))?.addedAt, null);
    await owner`update contact set cleared_only_since = null where reference = ${linked.reference}`;
  });

  test("is told also while a brother or sister still waits to be decided", async () => {
    const contact = await givenWork();
    await owner`insert into contact_child select (jsonb_populate_record(one, jsonb_build_object(
        'id', gen_random_uuid(), 'state', 'waiting', 'ordinal', 99))).*
      from contact_child one where contact_id = ${contact.id} order by id limit 1`;
    const before = (await messagesTo(place.teamId)).length;
    kit.at(later);
    assert.equal((await add(contact.id)).how, "added");
    assert.equal((await messagesTo(place.teamId)).length, before + 1);
    assert.deepEqual((await rowOf(contact.reference))?.addedAt, later);
  });
});

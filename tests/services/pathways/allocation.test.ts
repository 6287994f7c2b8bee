import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { sweepClocks } from "#services/clocks/sweep-clocks";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { acceptPathway } from "#services/pathways/accept-pathway";
import { assignTeam } from "#services/pathways/assign-team";
import { listPathways } from "#services/pathways/list-pathways";
import { readPathway } from "#services/pathways/read-pathway";
import {
  endWithoutAssessment,
  recordAllocation,
  recordChildSeen,
} from "#services/pathways/record-social-work";
import { returnPathway } from "#services/pathways/return-pathway";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll, routeAll } from "../../support/deciding.ts";
import { opening } from "../../support/pathway-drafts.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

describe("who has a child", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let screener: StaffActor;
  let manager: StaffActor;
  let team: Place;
  let other: Place;
  const people: Record<string, StaffActor> = {};
  const who = (name: string) => people[name] as StaffActor;

  before(async () => {
    kit = await testContext();
    kit.at(opening);
    owner = ownerOf(kit);
    const hub = await addTeam(kit.context);
    screener = await addStaff(kit.context, ["screener"], { place: hub });
    manager = await addStaff(kit.context, ["manager"], { place: hub });
    team = await addTeam(kit.context, { purpose: "social_work" });
    other = await addTeam(kit.context, { purpose: "social_work" });
    people["head"] = await addStaff(kit.context, ["social_work_manager"], { name: "Priya", place: team });
    people["tess"] = await addStaff(kit.context, ["social_worker"], { name: "Tess", place: team });
    people["callum"] = await addStaff(kit.context, ["social_worker"], { name: "Callum", place: team });
    people["elsewhere"] = await addStaff(kit.context, ["social_work_manager"], { place: other });
    people["stranger"] = await addStaff(kit.context, ["social_worker"], { place: other });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const referral = async (): Promise<string> => {
    const contact = await sendContact(kit.context);
    await recommendAll(kit.context, owner, screener, contact, "assessment");
    await routeAll(kit.context, await agreeAll(kit.context, owner, manager, contact));
    const [row] = await owner`select id from pathway where contact_id = ${contact.id}`;
    return row?.["id"] as string;
  };
  const version = async (id: string) =>
    (await owner`select version from pathway where id = ${id}`)[0]?.["version"] as number;
  const form = async (id: string, draft: Record<string, unknown>) => ({
    ...{ id, draft, version: await version(id) },
    formKey: kit.context.newId(),
  });
  const accepted = async (): Promise<string> => {
    const id = await referral();
    await acceptPathway(kit.context, who("head"), { id, version: await version(id) });
    return id;
  };
  const visit = { firstVisitOn: "2026-11-25", firstVisitAt: "10am" };
  const giveTo = async (id: string, name: string) =>
    recordAllocation(kit.context, who("head"), await form(id, { workerId: who(name).id, ...visit }));
  const onBoard = async (actor: StaffActor) => {
    const { rows } = await listPathways(kit.context, actor, "social-work");
    return rows.map(({ id }) => id);
  };
  const read = (actor: StaffActor, id: string) =>
    readPathway(kit.context, actor, { id, kinds: ["social_work_referral"] });
  const allocateClock = async (id: string) =>
    (
      await owner`select due_at, stopped_at, alarmed_at from clock where pathway_id = ${id} and kind = 'allocate'`
    )[0];

  test("a manager gives a child to a worker of the team, who hears of it, sees it and writes on it", async () => {
    const id = await accepted();
    assert.deepEqual(await onBoard(who("tess")), []);
    await assert.rejects(read(who("tess"), id), NotFound);
    await giveTo(id, "tess");
    assert.deepEqual(await onBoard(who("tess")), [id]);
    assert.deepEqual(await onBoard(who("callum")), [], "a colleague has the child");
    const { work, can, caseloads } = await read(who("tess"), id);
    assert.deepEqual([work.worker?.name, work.worker?.mine], ["Tess", true]);
    assert.deepEqual([can.work, can.manage, caseloads], [true, false, []]);
    const told = await owner`
      select o.recipient_id from outbox o join pathway_entry e on e.id = o.subject_id
      where e.pathway_id = ${id} and o.facts->>'message' = 'child-allocated'`;
    assert.deepEqual(
      told.map((one) => one["recipient_id"]),
      [who("tess").id],
    );
    const seen = {
      seenOn: "2026-11-24",
      seenAt: "9am",
      seenBy: "Tess",
      seenAlone: "yes",
      said: "“I am fine”",
    };
    await recordChildSeen(kit.context, who("tess"), await form(id, seen));
  });

  test("who has a child, and whether there is an assessment, is the manager's to say", async () => {
    const id = await accepted();
    await giveTo(id, "tess");
    const given = await form(id, { workerId: who("callum").id, ...visit });
    await assert.rejects(recordAllocation(kit.context, who("tess"), given), Forbidden);
    const ending = await form(id, { because: "No", childSafe: "Yes" });
    await assert.rejects(endWithoutAssessment(kit.context, who("tess"), ending), Forbidden);
    const back = await form(id, { reason: "wrong_area", because: "South" });
    await assert.rejects(returnPathway(kit.context, who("tess"), back), Forbidden);
    const waiting = await referral();
    await owner`update social_work_referral set worker_id = ${who("tess").id} where pathway_id = ${waiting}`;
    const accept = { id: waiting, version: await version(waiting) };
    await assert.rejects(acceptPathway(kit.context, who("tess"), accept), Forbidden);
    const [still] = await owner`select worker_id from social_work_referral where pathway_id = ${id}`;
    assert.equal(still?.["worker_id"], who("tess").id);
  });

  test("a worker is of the team or is named, and never both or neither", async () => {
    const id = await accepted();
    const refused = [
      {},
      { workerId: who("stranger").id },
      { workerId: screener.id },
      { workerId: who("tess").id, worker: "R. Hall" },
      { workerId: "somebody" },
    ];
    for (const draft of refused)
      await assert.rejects(
        recordAllocation(kit.context, who("head"), await form(id, { ...draft, ...visit })),
        Invalid,
      );
    assert.equal((await allocateClock(id))?.["stopped_at"], null);
    await recordAllocation(kit.context, who("head"), await form(id, { worker: "R. Hall", ...visit }));
    assert.equal((await read(who("head"), id)).work.worker?.name, "R. Hall");
    assert.notEqual((await allocateClock(id))?.["stopped_at"], null);
  });

  test("caseloads are counted, and one above what the council wants is given a child all the same", async () => {
    kit.context.settings = { ...kit.context.settings, caseloadAspiration: 1 };
    const before = (await read(who("head"), await accepted())).caseloads;
    const ids = [await accepted(), await accepted()];
    for (const id of ids) await giveTo(id, "callum");
    const load = (await read(who("head"), ids[0] ?? "")).caseloads.find(({ name }) => name === "Callum");
    const had = before.find(({ name }) => name === "Callum")?.open ?? NaN;
    assert.equal(load?.open, had + 2);
    const ending = { because: "The family moved", childSafe: "With the aunt" };
    await endWithoutAssessment(kit.context, who("head"), await form(ids[0] ?? "", ending));
    const after = (await read(who("head"), ids[1] ?? "")).caseloads.find(({ name }) => name === "Callum");
    assert.equal(after?.open, had + 1, "what is closed is nobody's work");
  });

  test("a child without a worker is told of once, and going round another team gives no more time", async () => {
    const id = await accepted();
    const clock = await allocateClock(id);
    assert.deepEqual(clock?.["due_at"], new Date("2026-11-25T09:30:00Z"), "eight hours of opening time");
    kit.at(new Date("2026-11-24T12:00:00Z"));
    await returnPathway(
      kit.context,
      who("head"),
      await form(id, { reason: "wrong_need", because: "The disabled children's team knows him" }),
    );
    assert.notEqual((await allocateClock(id))?.["stopped_at"], null);
    await assignTeam(kit.context, manager, { id, version: await version(id), teamId: other.teamId });
    await acceptPathway(kit.context, who("elsewhere"), { id, version: await version(id) });
    const again = await allocateClock(id);
    assert.deepEqual([again?.["stopped_at"], again?.["due_at"]], [null, clock?.["due_at"]]);
    kit.at(new Date("2026-11-25T09:31:00Z"));
    await sweepClocks(kit.context);
    await sweepClocks(kit.context);
    const told = await owner`
      select o.recipient_id from outbox o join clock c on c.id = o.subject_id
      where c.pathway_id = ${id} and c.kind = 'allocate' and o.facts->>'message' = 'work-late'`;
    assert.deepEqual(
      told.map((one) => one["recipient_id"]),
      [other.teamId],
    );
    const [row] = (await listPathways(kit.context, who("elsewhere"), "social-work")).rows;
    assert.deepEqual([row?.id, row?.clock?.kind, row?.clock?.face.left.tag], [id, "allocate", "Late"]);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import type { UnownedKind } from "#domain/ownership";
import { endPerson } from "#services/directory/end-person";
import { readDuty } from "#services/duty/read-duty";
import { acceptPathway } from "#services/pathways/accept-pathway";
import { checkOwnership } from "#services/pathways/check-ownership";
import { sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll, routeAll } from "../../support/deciding.ts";
import { opening } from "../../support/pathway-drafts.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let screener: StaffActor;
let manager: StaffActor;
let worker: StaffActor;
let hub: Place;
let advicePlace: Place;
let now = opening;

before(async () => {
  kit = await testContext();
  kit.at(now);
  owner = ownerOf(kit);
  const { context } = kit;
  hub = await addTeam(context);
  screener = await addStaff(context, ["screener"], { place: hub });
  manager = await addStaff(context, ["manager"], { place: hub });
  advicePlace = await addTeam(context, { purpose: "advice" });
  await addTeam(context, { purpose: "family_caf" });
  worker = await addStaff(context, ["advice"], { place: advicePlace });
});
after(async () => {
  await owner.end();
  await kit.close();
});

async function decided(outcome: Outcome, routed = true): Promise<SentContact> {
  const contact = await sendContact(kit.context);
  await recommendAll(kit.context, owner, screener, contact, outcome);
  const ids = await agreeAll(kit.context, owner, manager, contact);
  if (routed) await routeAll(kit.context, ids);
  return contact;
}

/** An hour later, what the look finds. */
async function look() {
  now = new Date(now.getTime() + 61 * 60_000);
  kit.at(now);
  return checkOwnership(kit.context);
}

const openOf = async ({ id }: SentContact) =>
  (
    await owner<{ kind: UnownedKind }[]>`
    select kind from unowned where contact_id = ${id} and mended_at is null order by kind`
  ).map(({ kind }) => kind);

/** A second decision and nothing of what follows from one. */
const replaceDecision = (contactId: string) =>
  owner`insert into decision (id, contact_id, contact_child_id, supersedes_id, outcome, level, content, decided_by, decided_at)
    select ${kit.context.newId()}, contact_id, contact_child_id, id, 'information_only', 1, content, decided_by, ${now.toISOString()}
    from decision where contact_id = ${contactId}`;

/** What no verb of the service can do; only a fault of ours could. */
const faults: Record<
  UnownedKind,
  { of: Outcome | null; routed?: boolean; by: (id: string) => Promise<unknown> }
> = {
  unseen: {
    of: null,
    by: (id) => owner`update clock set stopped_at = now() where contact_id = ${id} and kind = 'decision'`,
  },
  unrouted: { of: "advice", routed: false, by: async () => undefined },
  outlived: {
    of: "advice",
    by: async (id) => {
      await replaceDecision(id);
      await owner`insert into feedback (id, decision_id, contact_id, content, available_at)
        select ${kit.context.newId()}, id, contact_id, content, decided_at from decision
        where contact_id = ${id} and supersedes_id is not null`;
    },
  },
  nobody: {
    of: "advice",
    by: async (id) => {
      const [row] = await owner<
        { id: string; version: number }[]
      >`select id, version from pathway where contact_id = ${id}`;
      await acceptPathway(kit.context, worker, { id: row?.id ?? "", version: row?.version ?? 0 });
      await owner`update staff set active = false where id = ${worker.id}`;
    },
  },
  unclocked: {
    of: "family_caf",
    by: (id) => owner`update clock set stopped_at = now() where contact_id = ${id}`,
  },
  "clock-runs-on": {
    of: "advice",
    by: (id) => owner`update clock set stopped_at = null where contact_id = ${id}`,
  },
  "no-news": { of: "information_only", by: (id) => replaceDecision(id) },
};

describe("the hourly look for what nobody owns", () => {
  test("finds nothing where everything went its way, and is not done twice in an hour", async () => {
    await sendContact(kit.context);
    for (const outcome of ["information_only", "advice", "family_caf", "transfer"] as const)
      await decided(outcome);
    assert.deepEqual(await look(), { found: 0, mended: 0 });
    assert.equal(await checkOwnership(kit.context), null);
    const { alarms, looked } = await readDuty(kit.context, manager);
    assert.ok(!alarms.some(({ kind }) => kind === "child_unowned"));
    assert.deepEqual(looked, { at: now, children: 5, works: 3 });
  });

  for (const [kind, { of, routed = true, by }] of Object.entries(faults))
    test(`finds ${kind}, tells of it once, and forgets it when it is put right`, async () => {
      const contact = of === null ? await sendContact(kit.context) : await decided(of, routed);
      await by(contact.id);
      assert.deepEqual(await openOf(contact), []);
      await look();
      assert.deepEqual(await openOf(contact), [kind]);
      await look();
      assert.deepEqual(await openOf(contact), [kind]);
      const told = await owner`select o.id from outbox o join unowned u on u.id = o.subject_id
        where u.contact_id = ${contact.id} and o.facts->>'message' = 'child-unowned'`;
      assert.equal(told.length, 1);
      const { alarms } = await readDuty(kit.context, manager);
      assert.deepEqual(alarms.find((alarm) => alarm.kind === "child_unowned")?.references, [
        contact.reference,
      ]);
      // Put right by hand: there is no verb for a fault.
      await owner`update contact set erased_at = now() where id = ${contact.id}`;
      await owner`update pathway set closed_at = now() where contact_id = ${contact.id}`;
      await owner`update clock set stopped_at = now() where contact_id = ${contact.id} and stopped_at is null`;
      assert.deepEqual(await look(), { found: 0, mended: 1 });
    });

  test("does not find the work of somebody whose account was ended: that is the hub's again", async () => {
    const { context } = kit;
    const contact = await decided("advice");
    const [work] = await owner<{ id: string; version: number; team_id: string }[]>`
      select id, version, team_id from pathway where contact_id = ${contact.id}`;
    assert.ok(work);
    const leaver = await addStaff(context, ["advice"], { place: { ...advicePlace, teamId: work.team_id } });
    await acceptPathway(context, leaver, work);
    const administrator = await addStaff(context, ["administrator"], { place: hub });
    // What is restricted is not there for an administrator; it goes back all the same.
    await owner`update contact set cleared_only_since = now() where id = ${contact.id}`;
    await endPerson(context, administrator, leaver.id, "She left");
    const [after] = await owner`select state, owner_id, accepted_at from pathway where id = ${work.id}`;
    assert.deepEqual({ ...after }, { state: "returned", owner_id: null, accepted_at: null });
    const running =
      await owner`select kind from clock where pathway_id = ${work.id} and stopped_at is null order by kind`;
    assert.deepEqual(
      running.map(({ kind }) => kind as string),
      ["accept", "first_contact"],
    );
    const told = await owner`select from outbox o join pathway_entry e on e.id = o.subject_id
      where e.pathway_id = ${work.id} and o.facts->>'message' = 'work-returned'`;
    assert.equal(told.length, 1);
    assert.deepEqual(await look(), { found: 0, mended: 0 });
  });
});

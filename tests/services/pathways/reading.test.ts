import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import { Forbidden, NotFound } from "#services/errors";
import { acceptPathway } from "#services/pathways/accept-pathway";
import { listAdvice } from "#services/pathways/list-advice";
import { listPathways } from "#services/pathways/list-pathways";
import { readPathway } from "#services/pathways/read-pathway";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll, routeAll } from "../../support/deciding.ts";
import { opening } from "../../support/pathway-drafts.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

describe("reading work", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let screener: StaffActor;
  let manager: StaffActor;
  let adviser: StaffActor;
  let adviceTeam: Place;
  let otherTeam: Place;

  before(async () => {
    kit = await testContext();
    kit.at(opening);
    owner = ownerOf(kit);
    const hub = await addTeam(kit.context);
    screener = await addStaff(kit.context, ["screener"], { place: hub });
    manager = await addStaff(kit.context, ["manager"], { place: hub });
    adviceTeam = await addTeam(kit.context, { purpose: "advice" });
    adviser = await addStaff(kit.context, ["advice"], { name: "Nadia", place: adviceTeam });
    await addTeam(kit.context, { purpose: "social_work" });
    otherTeam = await addTeam(kit.context, { purpose: "social_work" });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const workFor = async (outcome: Outcome): Promise<string> => {
    const contact = await sendContact(kit.context);
    await recommendAll(kit.context, owner, screener, contact, outcome);
    await routeAll(kit.context, await agreeAll(kit.context, owner, manager, contact));
    const [row] = await owner`select id from pathway where contact_id = ${contact.id}`;
    return row?.["id"] as string;
  };
  const now = async (id: string) => (await owner`select * from pathway where id = ${id}`)[0] ?? {};
  const accept = async (actor: StaffActor, id: string) =>
    acceptPathway(kit.context, actor, { id, version: (await now(id))["version"] as number });

  test("one team's work does not exist for another, or for a partner", async () => {
    const id = await workFor("assessment");
    const elsewhere = await addStaff(kit.context, ["social_work_manager"], { place: otherTeam });
    const partner = await addStaff(kit.context, ["partner"], {
      place: await addTeam(kit.context, { kind: "police", purpose: "partner" }),
    });
    for (const one of [elsewhere, partner, adviser]) {
      await assert.rejects(
        readPathway(kit.context, one, { id, kinds: ["social_work_referral"] }),
        NotFound,
        one.roles.join(),
      );
      await assert.rejects(accept(one, id), NotFound);
    }
    const board = await listPathways(kit.context, elsewhere, "social-work");
    assert.ok(!board.rows.some((row) => row.id === id));
    await assert.rejects(listPathways(kit.context, partner, "social-work"), Forbidden);
    await assert.rejects(
      readPathway(kit.context, manager, { id: "x' or 1", kinds: ["advice_episode"] }),
      NotFound,
    );
  });

  test("reading work and boards is recorded, with what was on them", async () => {
    const id = await workFor("advice");
    await readPathway(kit.context, adviser, { id, kinds: ["advice_episode"] });
    const board = await listAdvice(kit.context, adviser, { stage: "new", whose: "nobody", page: 9 });
    assert.deepEqual([board.page, board.found], [board.pages, board.counts.new]);
    assert.ok(board.facts.families > 0 && board.facts.longest !== null);
    const none = await listAdvice(kit.context, adviser, { stage: null, whose: "mine", page: 1 });
    assert.deepEqual([none.rows, none.found, none.pages], [[], 0, 1]);
    const row = board.rows.find((one) => one.id === id);
    assert.equal(row?.child.name, "Mary Okafor");
    assert.equal(row?.clock?.kind, "accept");
    const viewed = await owner`
      select from audit_event where subject_id = ${id} and kind = 'pathway.viewed' and actor_id = ${adviser.id}`;
    assert.equal(viewed.length, 1);
    const lists = await owner<{ facts: { resultIds: string[] } }[]>`
      select facts from audit_event where kind = 'list.viewed' and actor_id = ${adviser.id}`;
    assert.ok(lists.some(({ facts }) => facts.resultIds.includes(id)));
  });
});

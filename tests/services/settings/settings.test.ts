import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { defaultSettings } from "#domain/settings";
import type { SettingGroup } from "#domain/setting-groups";
import { typedFrom, type TypedSettings } from "#domain/setting-values";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { listVersions } from "#services/settings/list-versions";
import { putBackSettings } from "#services/settings/put-back-settings";
import { readGroup, readOverview } from "#services/settings/read-groups";
import { readSettings } from "#services/settings/read-settings";
import { checkHelpline, saveSettings } from "#services/settings/save-settings";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let admin: StaffActor;
before(async () => {
  kit = await testContext();
  kit.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(kit);
  admin = await addStaff(kit.context, ["administrator"], { name: "Alan Frost" });
});
after(async () => {
  await owner.end();
  await kit.close();
});

const save = async (group: SettingGroup, typed: TypedSettings, reason = "The council moved") => {
  const { settings, version } = await readGroup(kit.context, admin, group);
  await saveSettings(kit.context, admin, {
    ...{ group, version, reason },
    typed: { ...typedFrom(group, settings), ...typed },
  });
};
const versionsOf = async (group: SettingGroup) =>
  (await listVersions(kit.context, admin, { group, page: 1 })).versions;

describe("settings of an authority", () => {
  test("a save is a new version with who and why, audited with it, and stands at once", async () => {
    await save("hub", { "phones.day": "01234 111 111" });
    assert.equal(kit.context.settings.phones.day, "01234 111 111");
    assert.deepEqual(await readSettings(kit.context), kit.context.settings);
    const [first] = await versionsOf("hub");
    assert.ok(first);
    assert.deepEqual(
      [first.number, first.by, first.reason, first.stands],
      [1, "Alan Frost", "The council moved", true],
    );
    assert.deepEqual(first.changed, [
      { label: "Telephone number by day", from: "01234 567 890", to: "01234 111 111" },
    ]);
    const events =
      await owner`select kind, actor_id, subject_id, facts from audit_event where kind = 'setting.changed'`;
    assert.deepEqual(
      events.map((event) => ({ ...event })),
      [{ kind: "setting.changed", actor_id: admin.id, subject_id: first.changeId, facts: { group: "hub" } }],
    );
  });

  test("what does not fit is refused beside its field, and nothing of it stands", async () => {
    const before = kit.context.settings;
    await assert.rejects(save("hub", { "phones.day": "0", "openingHours.opens": "soon" }, ""), (error) => {
      assert.ok(error instanceof Invalid);
      assert.deepEqual(Object.keys(error.problems), ["openingHours.opens", "reason"]);
      return true;
    });
    assert.deepEqual(await readSettings(kit.context), before);
  });

  test("an earlier version is put back as a new one, and what stood between stays in the history", async () => {
    await save("screens", { lockMinutes: "10" }, "Ten is enough");
    await save("screens", { lockMinutes: "5" }, "Five is safer");
    const [, ten] = await versionsOf("screens");
    assert.ok(ten?.changeId);
    const { version } = await readGroup(kit.context, admin, "screens");
    const back = { group: "screens", version, changeId: ten.changeId } as const;
    await assert.rejects(putBackSettings(kit.context, admin, { ...back, reason: "" }), Invalid);
    await putBackSettings(kit.context, admin, { ...back, reason: "Five was too short" });
    assert.equal(kit.context.settings.lockMinutes, 10);
    assert.deepEqual(
      (await versionsOf("screens")).map(({ number, reason }) => [number, reason]),
      [
        [3, "Five was too short"],
        [2, "Five is safer"],
        [1, "Ten is enough"],
      ],
    );
    const other = { ...back, version: version + 2, group: "hub", reason: "x" } as const;
    await assert.rejects(
      putBackSettings(kit.context, admin, other),
      (error) => error instanceof Conflict || error instanceof NotFound,
    );
  });

  test("of two who change the same group at once one is told, and nothing of theirs is lost or kept", async () => {
    const { version } = await readGroup(kit.context, admin, "words");
    const form = (label: string) =>
      saveSettings(kit.context, admin, {
        ...{ group: "words", version, reason: "Renamed" },
        typed: { ...typedFrom("words", kit.context.settings), familyCafLabel: label },
      });
    const done = await Promise.allSettled([form("Family plan"), form("Early help plan")]);
    assert.deepEqual(done.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    const refused = done.find((one) => one.status === "rejected");
    assert.ok(refused?.reason instanceof Conflict);
    assert.equal((await versionsOf("words")).length, 1);
  });

  test("a helpline that was checked today is no longer out of date", async () => {
    const due = async () => (await readOverview(kit.context, admin)).due.map(({ words }) => words);
    assert.deepEqual(await due(), ["4 helpline entries not checked for 90 days"]);
    for (const { id } of defaultSettings.helplines) await checkHelpline(kit.context, admin, id);
    assert.deepEqual(await due(), []);
    await assert.rejects(checkHelpline(kit.context, admin, "no-such-line"), NotFound);
  });

  test("nobody but an administrator reads or changes them", async () => {
    const manager = await addStaff(kit.context, ["manager", "records_officer", "auditor"]);
    const typed = typedFrom("hub", kit.context.settings);
    const asked = { group: "hub", version: 2, typed, reason: "Mine" } as const;
    await assert.rejects(saveSettings(kit.context, manager, asked), Forbidden);
    await assert.rejects(putBackSettings(kit.context, manager, { ...asked, changeId: "" }), Forbidden);
    await assert.rejects(listVersions(kit.context, manager, { group: "hub", page: 1 }), Forbidden);
    await assert.rejects(readGroup(kit.context, manager, "hub"), Forbidden);
  });
});

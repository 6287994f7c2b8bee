import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { citywide, monthsBack, quietAgencies, type AgencyStarts } from "#domain/caf-figures";
import { Conflict, Forbidden, Invalid } from "#services/errors";
import { readCafFigures } from "#services/insight/caf-figures";
import { offerMentor, recordCafStart } from "#services/insight/record-caf-start";
import { testContext, type TestContext } from "../support/context.ts";
import { addStaff, addTeam } from "../support/staff.ts";

let kit: TestContext;
let adviser: StaffActor;
let analyst: StaffActor;
let school: string;

before(async () => {
  kit = await testContext();
  kit.at(new Date("2026-11-24T10:00:00Z"));
  adviser = await addStaff(kit.context, ["advice"]);
  analyst = await addStaff(kit.context, ["analyst"]);
  school = (await addTeam(kit.context, { kind: "education" })).organisationId;
});
after(() => kit.close());

test("a number goes in place of the first, and not of one that somebody else entered meanwhile", async () => {
  const start = (count: number, asAt: string, month = "2026-10") =>
    recordCafStart(kit.context, adviser, { organisationId: school, month, count, asAt: new Date(asAt) });
  await start(4, "2026-11-24T09:59:00Z");
  await start(4, "2026-11-24T09:59:00Z");
  await assert.rejects(start(5, "2026-11-24T09:59:00Z"), Conflict);
  await start(5, "2026-11-24T10:00:00Z");
  await assert.rejects(start(1, "2026-11-24T10:00:00Z", "2026-12"), Invalid);
  const nowhere = { organisationId: kit.context.newId(), month: "2026-10", count: 1, asAt: new Date() };
  await assert.rejects(recordCafStart(kit.context, adviser, nowhere), Invalid);
  await assert.rejects(recordCafStart(kit.context, analyst, nowhere), Forbidden);
  await offerMentor(kit.context, adviser, school);
  const { agencies, months, mayRecord, redirects } = await readCafFigures(kit.context, analyst);
  const own = agencies.find(({ id }) => id === school);
  assert.deepEqual([own?.starts, own?.helpOfferedAt], [{ "2026-10-01": 5 }, kit.context.now()]);
  assert.deepEqual([months[0], months.at(-1), mayRecord], ["2026-11-01", "2025-12-01", false]);
  assert.deepEqual(redirects[0]?.made, "0");
});

test("an agency is quiet when its months were counted and it began none in any", () => {
  const agency = (id: string, starts: Record<string, number>): AgencyStarts => ({
    ...{ id, name: id, starts, helpOfferedAt: null },
  });
  const months = monthsBack("2026-01-15", 2);
  assert.deepEqual(months, ["2026-01-01", "2025-12-01"]);
  const [busy, none] = [agency("a", { "2026-01-01": 3, "2025-12-01": 1 }), agency("b", { "2026-01-01": 0 })];
  assert.deepEqual(quietAgencies([busy, none], months), [none]);
  assert.deepEqual(
    quietAgencies([agency("a", { "2026-01-01": 3 }), none], months),
    [],
    "nobody entered December",
  );
  assert.deepEqual([citywide([busy, none], "2026-01-01"), citywide([none], "2025-12-01")], [3, null]);
});

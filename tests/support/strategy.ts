import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { attendeeField, childField } from "#domain/strategy-record";
import { recordDiscussion } from "#services/strategy/record-discussion";
import { aChild, sendContact } from "./contacts.ts";
import { testContext, type TestContext } from "./context.ts";
import { agreeAll, recommendAll, routeAll } from "./deciding.ts";
import { ownerOf } from "./queue.ts";
import { addStaff, addTeam, type Place } from "./staff.ts";

export const opening = new Date("2026-11-24T10:00:00Z");

/** What was written about a meeting that began at a quarter past nine. */
export const meeting = {
  startedOn: "2026-11-24",
  startedAt: "9:15am",
  endedAt: "9:50am",
  whyMet: "Bruises",
  whoTells: "R. Hall",
  medicalNeeded: "no",
  otherChildren: "There are none",
  tonight: "Ring the out-of-hours team",
};

export const childNote = (index: number, over: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      seen: "By a teacher",
      said: "Nothing yet",
      risk: "High",
      because: "Bruises",
      ...over,
    }).map(([field, value]) => [childField(index, field), value]),
  );

/** Who sees the child, where and by when, for an organisation. */
export const visitBy = (index: number, organisationId: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      ...{ seer: "T. Osei", seeFor: organisationId, seeWhere: "At school", seeOn: "2026-11-24" },
      seeAt: "3pm",
    }).map(([field, value]) => [childField(index, field), value]),
  );

/** Everybody who may be ticked, with a name and how; ticked or not, as a form sends them. */
export const attendees = (many = 5): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: many }, (_, index) => [
      [attendeeField(index, "who"), "Somebody of theirs"],
      [attendeeField(index, "how"), "video"],
    ]).flat(),
  );

export type StrategyKit = Awaited<ReturnType<typeof strategyKit>>;

/** A hub, a team of social workers, and police, health and a school that can be invited. */
export async function strategyKit() {
  const kit: TestContext = await testContext();
  kit.at(opening);
  const owner: postgres.Sql = ownerOf(kit);
  const hub = await addTeam(kit.context);
  const screener = await addStaff(kit.context, ["screener"], { place: hub });
  const manager = await addStaff(kit.context, ["manager"], { place: hub });
  const chair = await addStaff(kit.context, ["strategy_chair"], { place: hub });
  const socialWork: Place = await addTeam(kit.context, { purpose: "social_work" });
  const socialWorker = await addStaff(kit.context, ["social_work_manager"], { place: socialWork });
  const partner = async (kind: "police" | "health" | "education") =>
    addStaff(kit.context, ["partner"], { place: await addTeam(kit.context, { kind, purpose: "partner" }) });
  const [police, nurse, teacher] = [
    await partner("police"),
    await partner("health"),
    await partner("education"),
  ];
  const called = async (children = [aChild()]) => {
    const contact = await sendContact(kit.context, { children });
    const invited = [police.organisationId, nurse.organisationId];
    await recommendAll(kit.context, owner, screener, contact, "strategy_discussion", { invited });
    await routeAll(kit.context, await agreeAll(kit.context, owner, manager, contact));
    const [row] = await owner`select id from strategy_discussion where contact_id = ${contact.id}`;
    return { id: row?.["id"] as string, contact };
  };
  const versionOf = async (id: string) =>
    (await owner`select version from strategy_discussion where id = ${id}`)[0]?.["version"] as number;
  const record = async (id: string, draft: Record<string, unknown>, actor: StaffActor = chair) =>
    recordDiscussion(kit.context, actor, {
      id,
      version: await versionOf(id),
      draft: { ...meeting, ...attendees(), ...draft },
    });
  return {
    ...{ kit, context: kit.context, owner, screener, manager, chair, socialWork, socialWorker, police },
    ...{ nurse, teacher, called, versionOf, record },
    core: [socialWork.organisationId, police.organisationId, nurse.organisationId],
    /** What was owed to somebody since, by message. */
    owedTo: async (recipientId: string): Promise<string[]> =>
      (
        await owner`select facts->>'message' as message from outbox where recipient_id = ${recipientId} order by id`
      ).map((row) => row["message"] as string),
    close: async () => {
      await owner.end();
      await kit.close();
    },
  };
}

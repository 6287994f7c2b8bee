import type postgres from "postgres";
import { roles, type Role, type StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import { matchContact } from "#services/contacts/match-contact";
import { openLado } from "#services/lado/open-lado";
import { unitOfWork } from "#services/unit-of-work";
import { askAll, holdRated } from "./agencies.ts";
import { aChild, sendContact, type SentContact } from "./contacts.ts";
import { agreeAll, recommendAll, routeAll } from "./deciding.ts";
import type { Site } from "./site.ts";
import { addStaff, addTeam, signedIn, type Place } from "./staff.ts";

/** A record with a name in it that stands nowhere else, and everything that an address can call it by. */
export type Secret = SentContact & { key: SecretKey; name: string; ids: Record<string, string> };

/** Somebody who stands in one relation to the records; `cookie` is undefined where nobody is signed in. */
export type Someone = { key: string; roles: readonly Role[]; actor: StaffActor | null; cookie?: string };

export type SecretKey =
  | "held"
  | "advice"
  | "referral"
  | "discussion"
  | "restricted"
  | "restricted-referral"
  | "restricted-discussion";

/** Not alike in writing or in sound, so that no record is the hint of another by accident. */
const names: Record<SecretKey, string> = {
  held: "Quillmarsh",
  advice: "Brackenholt",
  referral: "Dunwhistle",
  discussion: "Fennimoor",
  restricted: "Haverstrand",
  "restricted-referral": "Juniperwyck",
  "restricted-discussion": "Lorrigate",
};

const outcomes: Partial<Record<SecretKey, Outcome>> = {
  advice: "advice",
  referral: "assessment",
  discussion: "strategy_discussion",
  "restricted-referral": "assessment",
  "restricted-discussion": "strategy_discussion",
};

const nhsNumber = "9434765919";

/**
 * One record for each way in which somebody can stand to one, and somebody for each of those ways: the holder and
 * another screener, the team that has the work and another team, the agency that is invited and another agency, and
 * whoever is not cleared for what is restricted.
 */
export async function arrangeRelations(site: Site, owner: postgres.Sql) {
  const { context } = site;
  const hub = await addTeam(context);
  const teams: Record<string, Place> = {
    advice: await addTeam(context, { purpose: "advice" }),
    "social work": await addTeam(context, { purpose: "social_work" }),
    invited: await addTeam(context, { kind: "police", purpose: "partner" }),
    "agency of nobody here": await addTeam(context, { kind: "education", purpose: "partner" }),
    "other agency": await addTeam(context, { kind: "health", purpose: "partner" }),
  };
  const people: Someone[] = [];
  const join = async (key: string, role: Role | null, place: Place) => {
    const held = role === null ? [] : [role];
    const actor = await addStaff(context, held, { place, name: `A person, ${key}` });
    people.push({ key, roles: held, actor, cookie: await signedIn(context, actor) });
    return actor;
  };
  const holder = await join("screener, holder", "screener", hub);
  const manager = await join("manager", "manager", hub);
  const related: readonly Role[] = ["screener", "manager", "advice", "social_work_manager", "partner"];
  await join("screener, another", "screener", hub);
  for (const role of roles.filter((each) => !related.includes(each))) await join(role, role, hub);
  await join("no role", null, hub);

  const accused = await join("lado, accused", "lado", hub);
  const secrets: Secret[] = [];
  for (const key of Object.keys(names) as SecretKey[]) {
    const same = key === "held" || key === "restricted" ? { nhsNumber } : {};
    const contact = await sendContact(context, { children: [aChild({ lastName: names[key], ...same })] });
    const outcome = outcomes[key];
    if (outcome !== undefined) {
      const invited = [teams[key === "discussion" ? "invited" : "agency of nobody here"]?.organisationId];
      await recommendAll(context, owner, holder, contact, outcome, { invited });
      await routeAll(context, await agreeAll(context, owner, manager, contact));
      // Every one is drawn: what is shown hangs on who asks, and not on chance.
      await owner`insert into second_look (decision_id, contact_id, drawn_at, because)
        select id, contact_id, decided_at, 'sample' from decision where contact_id = ${contact.id}
        on conflict do nothing`;
    }
    if (key === "held" || key === "advice")
      await openLado(context, manager, {
        reference: contact.reference,
        ...{ name: names[key], work: "Coach", employer: "", worry: "Seen", tests: ["risk"] },
        staffEmail: key === "advice" ? `${accused.id}@example.gov.uk` : "",
      });
    secrets.push({ ...contact, key, name: names[key], ids: await idsOf(owner, contact) });
  }
  const [held] = secrets;
  if (!held) throw new Error("nothing is held");
  await holdRated(context, owner, holder, held);
  const asked = await addTeam(context, { kind: "health", purpose: "partner" });
  const agency = { place: asked, person: await join("partner, asked", "partner", asked) };
  const [request = ""] = await askAll(context, owner, holder, held, [agency]);
  held.ids["partner"] = request;
  const system = { kind: "system", process: "test" } as const;
  await unitOfWork(context, system, (unit) => matchContact(unit, held.id));
  for (const { id, key } of secrets)
    if (key.startsWith("restricted"))
      await owner`update contact set cleared_only_since = now() where id = ${id}`;

  await join("advice, its team", "advice", teams["advice"] ?? hub);
  await join("advice, another team", "advice", await addTeam(context, { purpose: "advice" }));
  await join("social work, its team", "social_work_manager", teams["social work"] ?? hub);
  await join(
    "social work, another team",
    "social_work_manager",
    await addTeam(context, { purpose: "social_work" }),
  );
  await join("partner, invited", "partner", teams["invited"] ?? hub);
  await join("partner, not invited", "partner", teams["other agency"] ?? hub);
  people.push({ key: "nobody signed in", roles: [], actor: null });
  return { people, secrets };
}

/** By the first part of the route that shows it. */
async function idsOf(owner: postgres.Sql, contact: SentContact): Promise<Record<string, string>> {
  const works = await owner<{ id: string; kind: string }[]>`
    select id, kind::text from pathway where contact_id = ${contact.id}`;
  const discussions = await owner<{ id: string; kind: string }[]>`
    select id, 'discussion' as kind from strategy_discussion where contact_id = ${contact.id}
    union all select id, 'lado' from lado_record where contact_id = ${contact.id}
    union all select decision_id, 'drawn' from second_look where contact_id = ${contact.id}`;
  const surfaces: Record<string, string> = {
    advice_episode: "advice",
    social_work_referral: "social-work",
    discussion: "strategy",
    lado: "lado",
    drawn: "insight",
  };
  return Object.fromEntries(
    [...works, ...discussions].flatMap(({ id, kind }) => {
      const surface = surfaces[kind];
      return surface === undefined ? [] : [[surface, id]];
    }),
  );
}

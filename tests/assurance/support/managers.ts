import postgres from "postgres";
import { organisation, roleGrant, staff, team } from "#db/schema/directory";
import { startSession } from "#services/accounts/start-session";
import { unitOfWork } from "#services/unit-of-work";
import { and, eq } from "drizzle-orm";
import { recommendedContacts, type RecommendedContact } from "../../support/recommended-contacts.ts";
import type { System } from "./system.ts";

export type Manager = { id: string; cookie: string };

export type RoundsReport = {
  rounds: number;
  /** Contacts on which not exactly one decision a child stands. */
  doubled: string[];
  /** Losers who were not shown a 409 page with every word that they had typed. */
  textLost: string[];
  /** Rounds in which nobody, or more than one, was told that they had decided. */
  notOneWinner: string[];
};

/** People who may decide, each signed in. */
async function makeManagers({ context }: System, count: number): Promise<Manager[]> {
  const ids = await unitOfWork(context, { kind: "system", process: "test" }, async ({ tx, now }) => {
    const [hub] = await tx
      .select({ id: team.id, organisationId: team.organisationId })
      .from(team)
      .innerJoin(organisation, eq(organisation.id, team.organisationId))
      .where(and(eq(team.purpose, "hub"), eq(organisation.kind, "council")));
    if (!hub) throw new Error("there is no hub");
    const people = Array.from({ length: count }, (_, i) => ({
      id: context.newId(),
      organisationId: hub.organisationId,
      teamId: hub.id,
      name: `Manager ${i + 1}`,
      jobTitle: "Hub manager",
      email: `manager.${i + 1}@anytown.example`,
    }));
    await tx.insert(staff).values(people);
    await tx.insert(roleGrant).values(
      people.map(({ id }) => ({
        id: context.newId(),
        staffId: id,
        role: "manager" as const,
        grantedBy: id,
        grantedAt: now,
      })),
    );
    return people.map(({ id }) => id);
  });
  return Promise.all(
    ids.map(async (id) => ({ id, cookie: `session=${(await startSession(context, id)).secret}` })),
  );
}

/** Each round one contact, on which every manager presses at the same moment with words of their own. */
export async function decideAtOnce(
  system: System,
  seed: string,
  rounds: number,
  managersAtOnce: number,
): Promise<RoundsReport> {
  const managers = await makeManagers(system, managersAtOnce);
  const contacts = await recommendedContacts(system.context, system.logins.app, `${seed}/managers`, rounds);
  const report: RoundsReport = { rounds, doubled: [], textLost: [], notOneWinner: [] };
  for (const contact of contacts) {
    const answers = await Promise.all(managers.map((manager, i) => press(system, manager, contact, i)));
    if (answers.filter(({ won }) => won).length !== 1) report.notOneWinner.push(contact.reference);
    for (const { won, status, keptText } of answers) {
      if (!won && (status !== 409 || !keptText)) report.textLost.push(`${contact.reference} ${status}`);
    }
  }
  const sql = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const ids = contacts.map(({ id }) => id);
    const wrong = await sql<{ id: string }[]>`
      select ch.id from contact_child ch where ch.contact_id = any(${ids}) and ch.state <> 'waiting'
        and (select count(*) from decision d where d.contact_child_id = ch.id) <> 1`;
    report.doubled.push(...wrong.map(({ id }) => id));
  } finally {
    await sql.end();
  }
  return report;
}

async function press(system: System, { cookie }: Manager, contact: RecommendedContact, place: number) {
  const words = `Words of manager ${place + 1} on ${contact.reference}, which nobody may lose`;
  const body = new URLSearchParams({
    version: String(contact.version),
    formKey: system.context.newId(),
    contact: contact.id,
  });
  for (const childId of contact.childIds) {
    body.append("child", childId);
    body.append(`${childId}.verdict`, "agree");
    body.append(`${childId}.ownReason`, words);
    body.append(`${childId}.pattern`, "Of one kind");
  }
  const response = await fetch(`${system.origin}/hub/contacts/${contact.reference}/decide`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: system.origin, "content-type": "application/x-www-form-urlencoded" },
    body: body.toString(),
  });
  const page = await response.text();
  return {
    won: response.status >= 300 && response.status < 400,
    status: response.status,
    keptText: page.includes(words),
  };
}

import { and, asc, eq, gte, max, sql } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import { cafMentorOffer, cafRedirect, cafStart, pathway } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { monthsBack, type AgencyStarts } from "#domain/caf-figures";
import { may } from "#domain/permissions";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

export type RedirectCounts = Record<
  "month" | "made" | "accepted" | "started" | "refused" | "withdrawn" | "unreachable" | "steppedUp",
  string
>;
export type CafFigures = {
  asAt: Date;
  /** Newest first; this month is not over. */
  months: string[];
  redirects: RedirectCounts[];
  agencies: AgencyStarts[];
  mayRecord: boolean;
};

const monthsShown = 12;

/** A year of redirects by what became of them, and what every agency began beside it. How many, and nobody among them. */
export async function readCafFigures(context: Context, actor: StaffActor): Promise<CafFigures> {
  if (!may(actor, "see-caf-figures")) throw new Forbidden("see-caf-figures");
  return unitOfWork(context, actor, async (unit) => {
    const months = monthsBack(localDate(unit.now), monthsShown);
    const from = months.at(-1) ?? "";
    const [redirects, agencies] = await Promise.all([
      countRedirects(unit, from),
      loadAgencies(unit, from),
      unit.audit({ kind: "list.viewed", facts: { list: "caf-figures", resultIds: [] } }),
    ]);
    const empty = { made: "0", accepted: "0", started: "0", refused: "0" };
    const none = { ...empty, withdrawn: "0", unreachable: "0", steppedUp: "0" };
    return {
      asAt: unit.now,
      months,
      redirects: months.map((month) => redirects.find((one) => one.month === month) ?? { month, ...none }),
      agencies,
      mayRecord: may(actor, "record-caf-starts"),
    };
  });
}

/** As things stand now, by the month in which each was decided. */
async function countRedirects({ tx }: Unit, from: string): Promise<RedirectCounts[]> {
  const month = sql<string>`to_char(${pathway.createdAt} at time zone 'Europe/London', 'YYYY-MM-01')`;
  const of = (when: ReturnType<typeof sql>) => sql<string>`(count(*) filter (where ${when}))::text`;
  return tx
    .select({
      month,
      made: sql<string>`count(*)::text`,
      accepted: of(sql`${cafRedirect.leadAcceptedAt} is not null`),
      started: of(sql`${cafRedirect.started} = 'yes'`),
      refused: of(sql`${pathway.returnedBecause} = 'refused'`),
      withdrawn: of(sql`${pathway.returnedBecause} = 'withdrawn'`),
      unreachable: of(sql`${pathway.returnedBecause} = 'unreachable'`),
      steppedUp: of(sql`${pathway.steppedUpAt} is not null`),
    })
    .from(pathway)
    .innerJoin(cafRedirect, eq(cafRedirect.pathwayId, pathway.id))
    .where(and(eq(pathway.kind, "caf_redirect"), gte(pathway.createdAt, new Date(`${from}T00:00:00Z`))))
    .groupBy(month);
}

async function loadAgencies({ tx }: Unit, from: string): Promise<CafFigures["agencies"]> {
  const [all, starts, offers] = await Promise.all([
    tx
      .select({ id: organisation.id, name: organisation.name })
      .from(organisation)
      .where(eq(organisation.active, true))
      .orderBy(asc(organisation.name)),
    tx.select().from(cafStart).where(gte(cafStart.month, from)),
    tx
      .select({ id: cafMentorOffer.organisationId, at: max(cafMentorOffer.offeredAt) })
      .from(cafMentorOffer)
      .groupBy(cafMentorOffer.organisationId),
  ]);
  return all.map(({ id, name }) => {
    const own = starts.filter((one) => one.organisationId === id);
    return {
      ...{ id, name, helpOfferedAt: offers.find((one) => one.id === id)?.at ?? null },
      starts: Object.fromEntries(own.map((one) => [one.month, one.count])),
    };
  });
}

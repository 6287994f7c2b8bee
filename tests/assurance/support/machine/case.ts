import type { StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import { localDate } from "#domain/time-words";
import type { Random } from "#services/demo/random";
import { aChild, sendContact, type SentContact } from "../../../support/contacts.ts";
import { draftOf } from "../../../support/deciding.ts";
import { openCase } from "../../../support/open-case.ts";
import type { World } from "./world.ts";

/** One contact of the run: who screens it, who decides it, and chance of its own. */
export type Case = {
  contact: SentContact;
  random: Random;
  screener: StaffActor;
  manager: StaffActor;
  /** Somebody who corrects: never the one who recommended. */
  corrector: StaffActor;
  /** Where whoever sent it is told. */
  sender: string;
  hasOpenCase: boolean;
};

/** A contact about one to three children; nobody in the run has the name of another. */
export async function newCase(world: World, number: number): Promise<Case> {
  const { context, owner } = world;
  const random = world.random.fork(number);
  const family = `Nr${number.toString(26).replaceAll(/\d/g, (digit) => "qwxzjkvyhf"[Number(digit)] ?? "q")}`;
  const children = Array.from({ length: random.whole(1, 3) }, (_, at) =>
    aChild({
      firstName: `${["Ada", "Bo", "Cy"][at]}${family}`,
      lastName: family,
      birth: {
        kind: "born",
        date: `20${10 + random.whole(0, 14)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`,
      },
    }),
  );
  const sender = `sender-${number}@school.example`;
  const contact = await sendContact(context, {
    children,
    danger: random.weighted({ no: 8, yes: 1, not_sure: 1 }),
    referrer: {
      name: "Jo Reed",
      job: "Teacher",
      organisation: "Mill Road Primary",
      sourceCode: "2A",
      email: sender,
      phone: "01234 567 800",
      reachable: null,
    },
  });
  const screener = random.pick(world.screeners);
  const hasOpenCase = random.chance(0.15);
  if (hasOpenCase)
    for (const childId of contact.childIds) await openCase(context, owner, { childId, saidBy: screener.id });
  const manager = random.pick(world.managers);
  return { contact, random, screener, manager, corrector: random.pick(world.managers), sender, hasOpenCase };
}

/** Contacts that steps made of others: they are screened like any, by whoever screens the first of this run. */
export async function casesFrom(world: World, known: readonly Case[]): Promise<Case[]> {
  const ids = new Set(known.map(({ contact }) => contact.id));
  const rows = await world.owner<{ id: string; reference: string; child_ids: string[] }[]>`
    select c.id, c.reference, array_agg(k.id::text order by k.ordinal) as child_ids
    from contact c join contact_child k on k.contact_id = c.id where c.adds_to_id is not null group by c.id`;
  return rows
    .filter(({ id }) => !ids.has(id))
    .map(({ id, reference, child_ids: childIds }) => {
      const random = world.random.fork(reference);
      return {
        ...{ contact: { id, reference, childIds }, random, sender: "", hasOpenCase: false },
        screener: random.pick(world.screeners),
        ...{ manager: random.pick(world.managers), corrector: random.pick(world.managers) },
      };
    });
}

const weights: Record<Outcome, number> = {
  information_only: 2,
  advice: 3,
  family_caf: 3,
  assessment: 3,
  strategy_discussion: 1,
  transfer: 2,
  already_open: 2,
};

/** A whole record of an outcome drawn for this case, with dates that are not past. */
export function drawRecord(world: World, { random, hasOpenCase }: Case) {
  const outcome = random.weighted(hasOpenCase ? weights : { ...weights, already_open: 0 });
  const day = (days: number) => localDate(new Date(world.now().getTime() + days * 86_400_000));
  return draftOf(outcome, {
    firstVisitBy: day(3),
    agreedOn: day(0),
    acceptedOn: day(-1),
    // Asked where there is an earlier contact: of what a step up made there is.
    ...{ historyChanges: "yes", historyBecause: "It happened again" },
    invited: world.partners.map(({ organisationId }) => organisationId),
  });
}

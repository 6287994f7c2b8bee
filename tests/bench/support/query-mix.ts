import postgres from "postgres";
import { matchContact } from "#services/contacts/match-contact";
import { randomFrom, type Random } from "#services/demo/random";
import { sealTyped } from "#services/search/search-token";
import { unitOfWork } from "#services/unit-of-work";
import type { System } from "../../assurance/support/system.ts";
import { ask } from "../../support/http-client.ts";
import { openLoop } from "../../support/open-loop.ts";
import { addStaff, signedIn } from "../../support/staff.ts";

/** What is asked of a service that holds a history. */
type Asker = {
  system: System;
  cookie: string;
  staffId: string;
  random: Random;
  contacts: readonly { id: string; reference: string }[];
  /** What somebody types into the search box. */
  typed: readonly string[];
};

/** Every question of the mix, and how one is asked. */
export const questions = ["triage", "record", "match", "search"] as const;
export type Question = (typeof questions)[number];

const askOne: Record<Question, (asker: Asker) => Promise<void>> = {
  // Two hundred wait, fifty a page.
  triage: (asker) => readPage(asker, `/hub/triage?page=${asker.random.whole(1, 4)}`),
  record: (asker) => readPage(asker, `/hub/contacts/${asker.random.pick(asker.contacts).reference}`),
  match: async ({ system: { context }, random, contacts }) => {
    const { id } = random.pick(contacts);
    await unitOfWork(context, { kind: "system", process: "worker" }, (unit) => matchContact(unit, id));
  },
  search: (asker) => {
    const { keys, now } = asker.system.context;
    const token = sealTyped(keys, asker.staffId, asker.random.pick(asker.typed), now());
    return readPage(asker, `/hub/search?for=${token}`);
  },
};

async function readPage({ system, cookie }: Asker, path: string): Promise<void> {
  const { status } = await ask({ url: system.origin }, path, { cookie });
  if (status !== 200) throw new Error(`${path} answered ${status}`);
}

/** Contacts that are asked about; drawn from all, because those of one week lie together on the disk. */
const drawnAtMost = 5_000;

/** A name is asked for most, and as often as not with something that narrows it. */
const searches = (first: string, last: string, born: string, postcode: string) => [
  `${first} ${last}`,
  `${last} ${born}`,
  last,
  `${first} ${postcode}`,
  born || last,
  `${last.slice(0, 3)}${last.slice(4)} ${first}`,
];

/** Somebody signed in, and what they will ask about. */
export async function newAsker(system: System, seed: string): Promise<Asker> {
  const { context } = system;
  const owner = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const contacts = await owner<{ id: string; reference: string }[]>`
      select id, reference from contact order by md5(id::text || ${seed}) limit ${drawnAtMost}`;
    const children = await owner<{ first: string; last: string; born: string; postcode: string }[]>`
      select coalesce(first_name, '') as first, coalesce(last_name, '') as last,
        coalesce(to_char(date_of_birth, 'DD/MM/YYYY'), '') as born, coalesce(postcode, '') as postcode
      from contact_child where last_name is not null order by md5(id::text || ${seed}) limit ${drawnAtMost}`;
    const ways = children.map(
      ({ first, last, born, postcode }, at) => searches(first, last, born, postcode)[at % 6] ?? last,
    );
    const asker = await addStaff(context, ["screener"]);
    const cookie = await signedIn(context, asker);
    const random = randomFrom(`${seed}/questions`);
    return {
      system,
      cookie,
      staffId: asker.id,
      random,
      contacts,
      typed: [...ways, ...contacts.slice(0, ways.length / 6).map(({ reference }) => reference)],
    };
  } finally {
    await owner.end();
  }
}

/** Asks one question at 20 a second. @returns milliseconds from when each should have been asked to its answer */
export async function askFor(asker: Asker, question: Question, count: number): Promise<number[]> {
  const times: number[] = [];
  await openLoop(Array.from({ length: count }), 1_000 / 20, async (_one, _i, due) => {
    await askOne[question](asker);
    times.push(performance.now() - due);
  });
  return times;
}

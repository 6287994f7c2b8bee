import postgres from "postgres";
import { exampleBody } from "#domain/api/example";
import { keyLimits } from "#domain/api/keys";
import { gatherCrew } from "#services/demo/load/crew";
import { derivedKey } from "#services/contacts/derived-key";
import { addPartner, type PartnerSystem } from "../../support/partner.ts";
import { readyDrafts } from "../../support/ready-drafts.ts";
import { press, readReceipt } from "./submitters.ts";
import type { System } from "./system.ts";

const atOnce = 50;
const answerWithinMs = 30_000;
/** As many rounds as a partner's key may be used for within its limit, however fast they go. */
const roundsOfKey = Math.floor(keyLimits["contacts:send"].limit / atOnce);

/** What one post was told: the same words for the same contact, or what went wrong. */
type Told = { receipt: string | null; because: string };
type Door = { name: "form" | "API"; rounds: readonly Round[] };
type Round = { key: string; send: (origin: string) => Promise<Told> };

export type OneKeyReport = {
  doors: { name: Door["name"]; rounds: number; posts: number; contacts: number; seconds: number }[];
  /** Keys of which the database holds more than one contact, or another number than one. */
  notOneContact: string[];
  /** Keys whose posts were not all told one and the same receipt. */
  notOneReceipt: string[];
};

/**
 * In each round fifty requests at once under one key that nobody used before, first by the form and then by the API.
 * @param origins of the web processes that share them: what keeps them to one contact cannot lie in one's memory
 */
export async function sendUnderOneKey(
  system: System,
  seed: string,
  rounds: number,
  origins: readonly string[] = [system.origin],
): Promise<OneKeyReport> {
  const report: OneKeyReport = { doors: [], notOneContact: [], notOneReceipt: [] };
  const sql = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
  const counted = async () => (await sql<{ n: number }[]>`select count(*)::int as n from contact`)[0]?.n ?? 0;
  try {
    for (const door of [await formDoor(system, seed, rounds), await apiDoor(system, seed, rounds)]) {
      const [before, began] = [await counted(), performance.now()];
      for (const { key, send } of door.rounds) {
        system.sentKeys.add(key);
        const told = await Promise.all(
          Array.from({ length: atOnce }, (_, i) => send(origins[i % origins.length] ?? system.origin)),
        );
        const receipts = new Set(told.map(({ receipt }) => receipt));
        if (receipts.size !== 1 || receipts.has(null))
          report.notOneReceipt.push(`${key} ${[...new Set(told.map(({ because }) => because))].join(" ")}`);
      }
      const seconds = (performance.now() - began) / 1_000;
      const keys = door.rounds.map(({ key }) => key);
      const wrong = await sql<{ key: string }[]>`
        select k as key from unnest(${keys}::uuid[]) k
        where (select count(*) from contact where idempotency_key = k) <> 1`;
      report.notOneContact.push(...wrong.map(({ key }) => key));
      const contacts = (await counted()) - before;
      if (contacts !== rounds) report.notOneContact.push(`${contacts} contacts of ${rounds} keys`);
      report.doors.push({ name: door.name, rounds, posts: rounds * atOnce, contacts, seconds });
    }
  } finally {
    await sql.end();
  }
  return report;
}

async function formDoor(system: System, seed: string, rounds: number): Promise<Door> {
  const drafts = await readyDrafts(system.context, `${seed}/one-key`, rounds);
  return {
    name: "form",
    rounds: drafts.map((draft) => ({
      key: draft.key,
      send: async (origin) => {
        const { step, because } = await press({ origin }, draft);
        if (step !== "ok") return { receipt: null, because };
        return { receipt: await readReceipt(system, draft, performance.now() + answerWithinMs), because };
      },
    })),
  };
}

async function apiDoor(system: System, seed: string, rounds: number): Promise<Door> {
  // Of the demonstration: a hub team of somebody made here would have no inbox, and be owed what is urgent for ever.
  const administrator = (await gatherCrew(system.context)).withRole("administrator", 0);
  const first = await addPartner(system.context, { administrator });
  const partners = [first];
  while (partners.length * roundsOfKey < rounds)
    partners.push(await addPartner(system.context, { place: first.place, administrator }));
  return {
    name: "API",
    rounds: Array.from({ length: rounds }, (_, round) => {
      // A header carries no space, and a seed may have one.
      const words = `${encodeURIComponent(seed)}/${round}`;
      const partner = partners[Math.floor(round / roundsOfKey)] ?? first;
      return {
        key: derivedKey("idempotency", first.place.organisationId, words),
        send: (origin) => postOnce(origin, partner, words),
      };
    }),
  };
}

async function postOnce(origin: string, { secret }: PartnerSystem, idempotencyKey: string): Promise<Told> {
  const response = await fetch(`${origin}/api/contacts`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${secret}`,
      "content-type": "application/json",
      "idempotency-key": idempotencyKey,
    },
    body: JSON.stringify(exampleBody),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  const text = await response.text();
  return { receipt: response.status === 201 ? text : null, because: String(response.status) };
}

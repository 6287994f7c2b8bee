import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import postgres from "postgres";
import { waitFor } from "../../scripts/processes.mjs";
import { readyDrafts, type ReadyDraft } from "../support/ready-drafts.ts";
import { startSite, type Site } from "../support/site.ts";

type SevenDrafts = [ReadyDraft, ReadyDraft, ReadyDraft, ReadyDraft, ReadyDraft, ReadyDraft, ReadyDraft];

const atMost = { servedAtOnce: 2, waitingOfOneNetwork: 2, waitingInAll: 4 };

describe("more people than can be answered at once", () => {
  let site: Site;
  let owner: postgres.Sql;
  before(async () => {
    site = await startSite({ atMost, trustedProxies: ["127.0.0.1"] });
    owner = postgres(site.database.owner, { max: 1, onnotice: () => undefined });
  });
  after(async () => {
    await owner.end();
    await site.close();
  });

  const sending = (
    { draftId, secret, key }: ReadyDraft,
    { from = "192.0.2.7", signal }: { from?: string; signal?: AbortSignal } = {},
  ) =>
    fetch(`${site.url}/f/${draftId}/check`, {
      method: "POST",
      redirect: "manual",
      headers: {
        cookie: `draft=${secret}`,
        origin: site.url,
        "content-type": "application/x-www-form-urlencoded",
        "x-forwarded-for": from,
      },
      body: `key=${key}`,
      ...(signal && { signal }),
    });

  test("wait in line, leave it, or are sent away with the phone numbers; nothing is sent twice", async () => {
    const drafts = await readyDrafts(site.context, "crowd", 7);
    const [first, second, third, leaver, late, instead, neighbour] = drafts as SevenDrafts;
    const answers: Promise<Response>[] = [];
    const line = new AbortController();
    await owner.begin(async (tx) => {
      await tx`lock table contact in access exclusive mode`;
      answers.push(sending(first), sending(second));
      await waitFor(async () => (await statementsThatWait(tx)) === atMost.servedAtOnce, 2_000, 5);
      answers.push(sending(third));
      const left = assert.rejects(sending(leaver, { signal: line.signal }), { name: "AbortError" });
      await waitFor(() => site.arrived() === 4, 2_000, 5);
      // Answered after those two have been read and stand in the line.
      assert.equal((await fetch(`${site.url}/health/live`)).status, 200);

      const refused = await sending(late);
      assert.equal(refused.status, 503);
      assert.equal(refused.headers.get("retry-after"), "2");
      assert.match(await refused.text(), /call us: do not wait for the website/);

      answers.push(sending(neighbour, { from: "198.51.100.9" }));

      line.abort();
      await left;
      await waitFor(
        async () => {
          const answer = sending(instead, { signal: AbortSignal.timeout(100) }).catch(() => null);
          return (await answer) === null;
        },
        1_000,
        10,
      );
    });
    for (const answer of await Promise.all(answers)) assert.equal(answer.status, 303);
    const [sent] = await owner`select count(*)::int as n from contact`;
    assert.equal(sent?.["n"], answers.length, "nothing is done for those who have left");
    for (const draft of [leaver, late, instead])
      assert.equal((await sending(draft)).status, 303, "there is room again");
  });
});

/** How many wait for what this transaction holds. */
async function statementsThatWait(tx: postgres.TransactionSql): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from pg_locks where relation = 'contact'::regclass and not granted`;
  return row?.n ?? 0;
}

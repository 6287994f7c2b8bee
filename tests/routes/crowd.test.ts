import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import postgres from "postgres";
import { readyDrafts } from "../support/ready-drafts.ts";
import { startSite, type Site } from "../support/site.ts";

const atOnce = 3;

describe("more people than can be answered at once", () => {
  let site: Site;
  let owner: postgres.Sql;
  before(async () => {
    site = await startSite({ atOnce });
    owner = postgres(site.database.owner, { max: 1, onnotice: () => undefined });
  });
  after(async () => {
    await owner.end();
    await site.close();
  });

  test("are sent away at once with the phone numbers, the others are answered, and nothing is sent twice", async () => {
    const drafts = await readyDrafts(site.context, "crowd", atOnce + 1);
    const [late, ...early] = drafts.map(
      ({ draftId, secret, key }) =>
        () =>
          fetch(`${site.url}/f/${draftId}/check`, {
            method: "POST",
            redirect: "manual",
            headers: {
              cookie: `draft=${secret}`,
              origin: site.url,
              "content-type": "application/x-www-form-urlencoded",
            },
            body: `key=${key}`,
          }),
    );
    assert.ok(late);
    const answers: Promise<Response>[] = [];
    await owner.begin(async (tx) => {
      await tx`lock table contact in access exclusive mode`;
      for (const send of early) answers.push(send());
      await waitForStatements(tx, atOnce);
      const refused = await late();
      assert.equal(refused.status, 503);
      assert.equal(refused.headers.get("retry-after"), "2");
      assert.match(await refused.text(), /call us: do not wait for the website/);
      assert.equal((await fetch(`${site.url}/health/live`)).status, 200);
    });
    for (const answer of await Promise.all(answers)) assert.equal(answer.status, 303);
    assert.equal((await late()).status, 303, "there is room again");
    const [sent] = await owner`select count(*)::int as n from contact`;
    assert.equal(sent?.["n"], drafts.length);
  });
});

/** Waits until so many others wait for what this transaction holds. */
async function waitForStatements(tx: postgres.TransactionSql, count: number): Promise<void> {
  for (let n = 0; n < count;) {
    const [row] = await tx<{ n: number }[]>`
      select count(*)::int as n from pg_locks where relation = 'contact'::regclass and not granted`;
    n = row?.n ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

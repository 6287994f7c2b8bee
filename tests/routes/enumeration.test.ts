import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type postgres from "postgres";
import { attemptLimits } from "#domain/sign-in";
import { enrolling, invitePartner, localAccount } from "../support/accounts.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { byChance, compareTimes, timed } from "../support/ranks.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff } from "../support/staff.ts";

let site: Site;
let owner: postgres.Sql;
/** Everybody whom somebody outside might ask about: only one of them can sign in, and nobody may find out which. */
const known = "nia@health.example";
const invited = "sam@health.example";
const halfway = "lee@health.example";
const left = "ray@health.example";
const unknown = "zoe@health.example";
const everybody = [known, invited, halfway, left, unknown];

before(async () => {
  site = await startSite({ demo: false, reachable: true });
  owner = ownerOf(site);
  const admin = await addStaff(site.context, ["administrator"]);
  await localAccount(site.context, owner, admin, known);
  await localAccount(site.context, owner, admin, left);
  await owner`update staff set active = false where email = ${left}`;
  await invitePartner(site.context, admin, invited);
  const staffId = await invitePartner(site.context, admin, halfway);
  await enrolling(site.context, owner, { staffId, email: halfway });
});
after(async () => {
  await owner.end();
  assert.deepEqual(site.faults, []);
  await site.close();
});

/** Every count starts anew, so that the limits do not end the measuring. */
const forgetAttempts = () => owner`delete from attempt_count`;
beforeEach(forgetAttempts);

/** What somebody outside sees of an answer: everything but the address that they typed and what differs by chance. */
function seen({ status, text, headers }: Answer, email: string) {
  const { date: _, "content-security-policy": policy, "set-cookie": cookies = [], ...rest } = headers;
  const nonce = /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? "…";
  return {
    status,
    headers: { ...rest, policy: String(policy).replace(nonce, "") },
    cookies: cookies.map((set) => set.replace(/=[^;]*/, "")),
    text: text.replaceAll(email, "").replaceAll(nonce, ""),
  };
}

const signIn = (email: string) =>
  ask(site, "/account/sign-in", { form: { email, password: "wrong-password-99" } });

describe("nobody learns who has an account", () => {
  test("from what a page answers, in its text, its headers or its cookies", async () => {
    for (const path of ["/account/sign-in", "/account/join"]) {
      const answers = await Promise.all(
        everybody.map(async (email) =>
          seen(await ask(site, path, { form: { email, password: "wrong-password-99" } }), email),
        ),
      );
      for (const answer of answers) assert.deepEqual(answer, answers.at(-1), path);
    }
    const steps = await Promise.all(
      everybody.map(async (email) => {
        const asked = await ask(site, "/account/join", { form: { email } });
        const cookie = asked.headers["set-cookie"]?.[0]?.split(";", 1)[0];
        const page = await ask(site, "/account/join/code", { cookie });
        const wrong = await ask(site, "/account/join/code", { cookie, form: { code: "000000" } });
        const long = await ask(site, "/account/join/code", { cookie, form: { code: "2".repeat(20) } });
        return [page, wrong, long].map((answer) => seen(answer, email));
      }),
    );
    assert.equal(steps[0]?.[1]?.status, 422);
    for (const step of steps) assert.deepEqual(step, steps.at(-1));
  });

  test("from the limits: they come after as many tries for one as for another", async () => {
    for (const email of [known, unknown]) {
      const { limit } = attemptLimits["sign-in-account"];
      const statuses: number[] = [];
      for (let tries = 0; tries <= limit; tries += 1) statuses.push((await signIn(email)).status);
      assert.deepEqual(statuses, [...Array<number>(limit).fill(422), 429], email);
      await forgetAttempts();
    }
  });

  test("from how long a refused sign-in takes", async () => {
    const rounds = 60;
    const seed = Date.now() % 1_000_000;
    const both = [() => signIn(known), () => signIn(unknown)] as const;
    await compareTimes(8, seed, both, forgetAttempts);
    const told = await compareTimes(rounds, seed, both, forgetAttempts);
    console.log(
      `enumeration: ${2 * rounds} refused sign-ins, one with an account took longer in ${(told * 100).toFixed(1)} % of pairs (seed ${seed})`,
    );
    assert.ok(Math.abs(told - 0.5) < byChance(rounds), `${told} (seed ${seed})`);
  });

  test("from how long asking for a code takes, in which only one of them is sent an email", async () => {
    const times = await Promise.all(
      everybody.map((email) => timed(() => ask(site, "/account/join", { form: { email } }))),
    );
    // A timer may be a millisecond early.
    for (const [at, took] of times.entries()) assert.ok(took >= 249, `${everybody[at]} ${took}`);
  });
});

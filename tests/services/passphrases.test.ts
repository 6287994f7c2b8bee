import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { attemptLimits } from "#domain/sign-in";
import { Invalid, TooManyAttempts } from "#services/errors";
import { addWithPassphrase } from "#services/passphrases/add-with-passphrase";
import { givePassphrase } from "#services/passphrases/give-passphrase";
import { sendContact } from "../support/contacts.ts";
import { testContext, type TestContext } from "../support/context.ts";
import { ownerOf } from "../support/queue.ts";

describe("four words to add with", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const secret = "the secret of one browser";
  let networks = 0;
  const add = (input: { reference: string; words: string; network?: string; key?: string }) => {
    networks += 1;
    return addWithPassphrase(kit.context, {
      ...{ text: "It happened again", danger: "no", network: `network ${String(networks)}` },
      ...{ idempotencyKey: kit.context.newId() },
      ...input,
    });
  };
  const addedTo = async (id: string) =>
    Number(
      (await owner<{ n: number }[]>`select count(*)::int as n from addition where contact_id = ${id}`)[0]?.n,
    );

  test("are the same for one browser until it leaves; only a slow hash of them is kept", async () => {
    const { id, reference } = await sendContact(kit.context, { audience: "public" });
    const words = await givePassphrase(kit.context, { secret, reference });
    assert.match(words, /^[a-z]+( [a-z]+){3}$/);
    assert.equal(await givePassphrase(kit.context, { secret, reference }), words);
    assert.notEqual(await givePassphrase(kit.context, { secret: "another", reference }), words);
    const kept = await owner<{ hash: string }[]>`select hash from passphrase where contact_id = ${id}`;
    assert.equal(kept.length, 1);
    assert.match(kept[0]?.hash ?? "", /^\$argon2id\$/);
    await add({ reference: reference.toLowerCase(), words: words.toUpperCase() });
    assert.equal(await addedTo(id), 1);
    await assert.rejects(add({ reference, words: "apple river stone door" }), Invalid);
    await assert.rejects(add({ reference: "2222 2222", words }), Invalid);
    assert.equal(await addedTo(id), 1);
  });

  test("can be guessed at ten times an hour for one reference, also for one that there is not", async () => {
    const { id, reference } = await sendContact(kit.context, { audience: "public" });
    const words = await givePassphrase(kit.context, { secret, reference });
    for (const wanted of [reference, "ZZ22ZZ22"]) {
      for (let tries = 0; tries < attemptLimits["passphrase-reference"].limit; tries += 1)
        await assert.rejects(add({ reference: wanted, words: "apple river stone door" }), Invalid);
      await assert.rejects(add({ reference: wanted, words: "apple river stone door" }), TooManyAttempts);
    }
    await assert.rejects(add({ reference, words }), TooManyAttempts, "the right ones too, or it would tell");
    assert.equal(await addedTo(id), 0);
  });
});

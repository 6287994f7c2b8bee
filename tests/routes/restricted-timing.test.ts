import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { newReference } from "#domain/reference";
import { randomBytes } from "node:crypto";
import { readContact } from "#services/contacts/read-contact";
import { NotFound } from "#services/errors";
import { listTriage } from "#services/triage/list-triage";
import { recorder } from "../bench/bare/recording.ts";
import { sendContact } from "../support/contacts.ts";
import { byChance, compareTimes } from "../support/ranks.ts";
import { restrictedKit, type RestrictedKit } from "../support/restricted-kit.ts";

/*
 * Whoever may not know of a restricted person measures how long things take: a form about them, a page that they would be
 * on, a reference that is theirs. Ranks of pairs, as for accounts.
 */
const rounds = 60;
const seed = Date.now() % 1_000_000;

async function tellsNothing(what: string, kinds: Parameters<typeof compareTimes>[2]) {
  await compareTimes(8, seed, kinds);
  const told = await compareTimes(rounds, seed, kinds);
  console.log(
    `restricted: ${what}, ${2 * rounds} times: with one it took longer in ${(told * 100).toFixed(1)} % of pairs (seed ${seed})`,
  );
  assert.ok(Math.abs(told - 0.5) < byChance(rounds), `${what}: ${told} (seed ${seed})`);
}

describe("how long it takes tells nobody that there is a restricted record", () => {
  let kit: RestrictedKit;
  /** The same hub without one. */
  let other: RestrictedKit;
  let restricted: Awaited<ReturnType<typeof familyOf>>;
  let ordinary: Awaited<ReturnType<typeof familyOf>>;

  /** A family of whom the hub has heard before. */
  async function familyOf(hub: RestrictedKit) {
    const family = hub.aFamily();
    return { ...family, contact: await family.send() };
  }
  before(async () => {
    [kit, other] = await Promise.all([restrictedKit(), restrictedKit()]);
    [restricted, ordinary] = [await familyOf(kit), await familyOf(kit)];
    await kit.restrict(restricted.contact);
    await familyOf(other);
    for (const hub of [kit, other]) for (let n = 0; n < 12; n += 1) await hub.aFamily().send();
  });
  after(async () => {
    await kit.close();
    await other.close();
  });

  test("the triage page of somebody who is not cleared", async () => {
    const page = (hub: RestrictedKit) => () =>
      listTriage(hub.context, hub.screener, { filter: "all", page: 1 });
    await tellsNothing("triage", [page(kit), page(other)]);
  });

  test("a reference that is not there for them, and one that is nobody's", async () => {
    const refused = (reference: () => string, actor: StaffActor) => () =>
      assert.rejects(readContact(kit.context, actor, reference()), NotFound);
    await tellsNothing("not found", [
      refused(() => restricted.contact.reference, kit.screener),
      refused(() => newReference(randomBytes), kit.screener),
    ]);
  });

  test("a form that is about them", async () => {
    await tellsNothing("a form", [() => restricted.send(), () => ordinary.send()]);
  });

  test("a form that is about them asks the database for the same, but for one more row of the audit trail", async () => {
    const { record, close } = await recorder(kit.context, kit.appUrl);
    const statements = async (family: typeof restricted) =>
      (await record((context) => sendContact(context, family.said)))
        .flat()
        .map(({ text }) => text.replace(/(?<=values \([^)]*\))(, \([^)]*\))+/, ""));
    try {
      assert.deepEqual(await statements(restricted), await statements(ordinary));
    } finally {
      await close();
    }
  });
});

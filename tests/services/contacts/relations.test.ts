import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { answerAdult, endAdultAnswer } from "#services/contacts/answer-adult";
import { readContact } from "#services/contacts/read-contact";
import { readMatches } from "#services/contacts/read-matches";
import { Conflict, Invalid, NotFound } from "#services/errors";
import { searchPeople } from "#services/search/search-people";
import { aChild } from "../../support/contacts.ts";
import { restrictedKit, type RestrictedKit } from "../../support/restricted-kit.ts";

const mother = (name: string, date = "1990-02-11") => ({
  ...{ name, relationship: "mother" as const, livesWithChild: "yes" as const },
  ...{ birth: { kind: "born" as const, date }, parentalResponsibility: "yes" as const, mayBeRisk: false },
});

describe("the rest of a family in other contacts", () => {
  let kit: RestrictedKit;
  let sam: StaffActor;
  let mo: StaffActor;
  before(async () => {
    kit = await restrictedKit();
    ({ screener: sam, manager: mo } = kit);
  });
  after(() => kit.close());
  const read = (reference: string, actor = mo) => readMatches(kit.context, actor, reference);

  test("a brother is told as one and is no match, and a twin is no possible same child", async () => {
    const family = kit.aFamily();
    const brother = {
      ...family.child,
      firstName: "Bartholomew",
      birth: { kind: "born" as const, date: "2009-09-09" },
    };
    const first = await family.send({ children: [brother] });
    const twin = await family.send({ children: [{ ...family.child, firstName: "Wilfreda" }] });
    const second = await family.send();
    await kit.match(second);
    const { matches, relations } = await read(second.reference);
    const told = relations.siblings.map(({ name, other }) => [name, other.reference]);
    assert.deepEqual(told, [[`Bartholomew ${family.child.lastName ?? ""}`, first.reference]]);
    assert.deepEqual(
      matches.map(({ facts, earlier }) => [facts.includes("could_be_twin"), earlier.reference]),
      [[true, twin.reference]],
    );
    const { matches: counted } = await readContact(kit.context, mo, second.reference);
    assert.deepEqual(counted.counts, { sure: 0, likely: 0, possible: 0 });
    await kit.restrict(first);
    assert.deepEqual((await read(second.reference, sam)).relations.siblings, []);
  });

  test("an adult who is named again is offered, joined by a person with a reason, and no child with them", async () => {
    const [one, other] = [kit.aFamily(), kit.aFamily()];
    const earlier = await one.send({ adults: [mother("Theodosia Mallory")] });
    const later = await other.send({
      children: [aChild({ firstName: "Isaura", lastName: "Vandermeer" })],
      adults: [mother("Mallory Theodosia"), mother("Somebody Else", "1971-01-02")],
    });
    const [adult] = (await read(later.reference)).relations.adults;
    assert.deepEqual(
      [adult?.there.name, adult?.facts, adult?.other.reference, adult?.answer],
      ["Theodosia Mallory", ["name_same", "born_same"], earlier.reference, null],
    );
    const asked = async (reason: string) => ({
      ...{ reference: later.reference, version: (await read(later.reference)).head.version, reason },
      ...{ adultId: adult?.here.id ?? "", otherId: adult?.there.id ?? "" },
    });
    const said = async () => {
      const { relations, matches } = await read(later.reference);
      assert.deepEqual(matches, [], "an adult makes no child of two");
      const answer = relations.adults[0]?.answer;
      return answer ? [answer.answer, answer.reason, answer.by] : null;
    };
    await assert.rejects(answerAdult(kit.context, mo, { ...(await asked("")), answer: "same" }), Invalid);
    const same = { ...(await asked("She rang us about both")), answer: "same" as const };
    await answerAdult(kit.context, mo, same);
    assert.deepEqual(await said(), ["same", "She rang us about both", mo.name]);
    await assert.rejects(answerAdult(kit.context, mo, same), Conflict);
    const { cards } = await searchPeople(kit.context, mo, { typed: "Theodosia Mallory", page: 1 });
    assert.deepEqual(
      cards.map(({ contacts }) => contacts.map(({ reference }) => reference)),
      [[later.reference, earlier.reference]],
    );
    await endAdultAnswer(kit.context, mo, await asked("It was her cousin"));
    assert.equal(await said(), null);
    await answerAdult(kit.context, mo, {
      ...(await asked("Her cousin of the same name")),
      answer: "not_same",
    });
    assert.deepEqual(await said(), ["not_same", "Her cousin of the same name", mo.name]);
    const [kept] = await kit.owner<{ n: number }[]>`
      select count(*)::int as n from person_link where contact_adult_id = ${adult?.here.id ?? ""}`;
    assert.equal(kept?.n, 2);
    await assert.rejects(
      answerAdult(kit.context, mo, { ...(await asked("No")), otherId: adult?.here.id ?? "", answer: "same" }),
      NotFound,
    );
    await kit.restrict(earlier);
    assert.deepEqual((await read(later.reference, sam)).relations.adults, []);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { answerMatch } from "#services/contacts/answer-match";
import { matchContact } from "#services/contacts/match-contact";
import { readContact } from "#services/contacts/read-contact";
import { readMatches } from "#services/contacts/read-matches";
import { takeContact } from "#services/contacts/take-contact";
import { Erased, Forbidden, Invalid, NotFound } from "#services/errors";
import { askToEraseContact, askToErasePerson } from "#services/records/ask-to-erase";
import { confirmAsked, withdrawAsked } from "#services/records/confirm";
import { liftHold, placeHold } from "#services/records/legal-holds";
import { listAsked } from "#services/records/list-asked";
import { unitOfWork } from "#services/unit-of-work";
import { proposalKinds } from "#domain/two-people";
import { chainKit, type ChainKit } from "../../support/chain.ts";
import { aChild, sendContact, type SentContact } from "../../support/contacts.ts";
import { recordsKit, type RecordsKit } from "../../support/records-kit.ts";

let chain: ChainKit;
let kit: RecordsKit;
let owner: postgres.Sql;

before(async () => {
  chain = await chainKit();
  owner = chain.owner;
  kit = await recordsKit(chain.kit, owner);
});
after(() => chain.close());

const request = { ground: "request", reason: "Asked for in a letter of 3 March" } as const;
const read = ({ reference }: SentContact) => readContact(chain.kit.context, kit.manager, reference);

describe("erasing a contact and the person in it", () => {
  test("takes two people, in time, and whoever asked is never the second", async () => {
    const { context } = chain.kit;
    const { manager, officer, deputy } = kit;
    const contact = await kit.ended();
    const asked = { reference: contact.reference, ...request };
    await assert.rejects(askToEraseContact(context, manager, asked), NotFound);
    await assert.rejects(askToEraseContact(context, officer, { ...asked, reason: "" }), Invalid);
    await askToEraseContact(context, officer, asked);
    await assert.rejects(askToEraseContact(context, deputy, asked), Invalid, "it is asked for already");
    await assert.rejects(kit.confirm(contact.id, officer), Forbidden);
    await assert.rejects(kit.confirm(contact.id, manager), Forbidden);
    // Whoever finds the function finds that it asks the same, and whoever finds the table that it refuses the same.
    const alone = unitOfWork(context, deputy, async ({ tx, now }) => {
      await tx.execute(
        sql`select frontdoor_erase_contact(${contact.id}, ${await kit.askedAbout(contact.id)}, 'request', ${now.toISOString()})`,
      );
    });
    await assert.rejects(alone, (error: Error) => /two people/.test(String(error.cause)));
    await assert.rejects(
      owner`update proposal set ended_how = 'confirmed', ended_at = now(), ended_by = asked_by where subject_id = ${contact.id}`,
      /proposal_two_people/,
    );
    await withdrawAsked(context, officer, await kit.askedAbout(contact.id));
    await assert.rejects(kit.confirm(contact.id), NotFound, "it was taken back");
    await askToEraseContact(context, officer, asked);
    await owner`update proposal set expires_at = now() where subject_id = ${contact.id}`;
    await assert.rejects(kit.confirm(contact.id), NotFound, "its time is over");
    await askToEraseContact(context, deputy, asked);
    const id = await kit.askedAbout(contact.id);
    await Promise.allSettled([officer, officer, officer].map((one) => confirmAsked(context, one, id)));
    const [erased] =
      await owner`select count(*)::int as n from audit_event where kind = 'contact.erased' and contact_id = ${contact.id}`;
    assert.equal(erased?.["n"], 1);
    const { rows } = await listAsked(context, officer, { kinds: proposalKinds, olderThan: null });
    assert.deepEqual(
      rows
        .filter(({ reference }) => reference === contact.reference)
        .map(({ ended, reason }) => [ended?.how, reason]),
      [
        ["confirmed", null],
        ["expired", null],
        ["withdrawn", null],
      ],
    );
  });

  test("is refused while something keeps it, also when that came after it was asked for", async () => {
    const { context } = chain.kit;
    const { officer } = kit;
    const waiting = await sendContact(context);
    await assert.rejects(
      askToEraseContact(context, officer, { reference: waiting.reference, ...request }),
      (error: unknown) =>
        error instanceof Invalid && /waits for a decision/.test(error.problems["ground"] ?? ""),
    );
    const contact = await kit.ended();
    const { reference } = contact;
    await askToEraseContact(context, officer, { reference, ...request });
    await placeHold(context, officer, { reference, personId: null, reason: "An inquiry", months: 6 });
    await assert.rejects(
      kit.confirm(contact.id),
      (error: unknown) => error instanceof Invalid && /legal hold/.test(error.problems["id"] ?? ""),
    );
    assert.ok((await read(contact)).facts);
    // Not even the owner's login gets at its key by mistake.
    await assert.rejects(
      owner`update data_key set wrapped = null where subject = 'contact' and subject_id = ${contact.id}`,
      /legal hold/,
    );
    await assert.rejects(owner`delete from data_key where subject_id = ${contact.id}`, /legal hold/);
    const [hold] = await owner<{ id: string }[]>`select id from legal_hold where contact_id = ${contact.id}`;
    await assert.rejects(liftHold(context, officer, { id: hold?.id ?? "", reason: "" }), Invalid);
    await liftHold(context, officer, { id: hold?.id ?? "", reason: "It has reported" });
    await kit.confirm(contact.id);
    await assert.rejects(read(contact), Erased);
  });

  test("of a person keeps what is about another child too, and is not got around by taking back a match", async () => {
    const { context } = chain.kit;
    const { officer, manager } = kit;
    const child = aChild({ firstName: "Perpetua", lastName: "Vandersloot", nhsNumber: "4505577104" });
    const first = await kit.ended({ children: [child] });
    const second = await sendContact(context, { children: [child, aChild({ firstName: "Ignatius" })] });
    await unitOfWork(context, { kind: "system", process: "test" }, (unit) => matchContact(unit, second.id));
    await takeContact(context, manager, { reference: second.reference, reason: "It is mine" });
    const { head, matches } = await readMatches(context, manager, second.reference);
    const matchId = matches[0]?.id ?? "";
    const answer = { reference: second.reference, matchId, reason: "Same number" } as const;
    await answerMatch(context, manager, { ...answer, version: head.version, answer: "same" });
    const [{ person_id: personId = "" } = {}] = await owner<{ person_id: string }[]>`
      select person_id from person_link where contact_child_id = ${first.childIds[0] ?? ""}`;
    await kit.finish(second, { over: { historyChanges: "no", historyBecause: "The same worry" } });
    await assert.rejects(
      askToErasePerson(context, officer, { reference: first.reference, personId, ...request }),
      (error: unknown) => error instanceof Invalid && /another child/.test(error.problems["ground"] ?? ""),
    );
    await placeHold(context, officer, { reference: first.reference, personId, reason: "A court", months: 6 });
    await owner`update person_link set ended_at = now() where person_id = ${personId}`;
    for (const { reference } of [first, second])
      await assert.rejects(
        askToEraseContact(context, officer, { reference, ...request }),
        (error: unknown) => error instanceof Invalid && /legal hold/.test(error.problems["ground"] ?? ""),
      );
  });
});

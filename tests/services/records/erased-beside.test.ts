import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { readStatus } from "#services/api/read-status";
import { NotFound } from "#services/errors";
import { readBatch } from "#services/police/read-batch";
import { sendBatch } from "#services/police/send-batch";
import { readColumns, saveColumns } from "#services/police/map-columns";
import { askToEraseContact } from "#services/records/ask-to-erase";
import { testContext, type TestContext } from "../../support/context.ts";
import { addForce, aNotice, csvOf, uploaded } from "../../support/police.ts";
import { ownerOf } from "../../support/queue.ts";
import { recordsKit, type RecordsKit } from "../../support/records-kit.ts";
import { toldPartner } from "../../support/webhooks.ts";

let kit: TestContext;
let records: RecordsKit;
let owner: postgres.Sql;

before(async () => {
  kit = await testContext();
  kit.context.site = { ...kit.context.site, demo: true };
  owner = ownerOf(kit);
  records = await recordsKit(kit, owner);
});
after(async () => {
  await owner.end();
  await kit.close();
});

/** Decides, ends and erases a contact that came by its own way. */
async function erase(reference: string) {
  const [found] = await owner<{ id: string; children: string[] }[]>`
    select c.id, array_agg(k.id) as children from contact c join contact_child k on k.contact_id = c.id
    where c.reference = ${reference} group by c.id`;
  assert.ok(found);
  await records.finish({ id: found.id, reference, childIds: found.children });
  const asked = { reference, ground: "request", reason: "Asked for in a letter of 3 March" } as const;
  await askToEraseContact(kit.context, records.officer, asked);
  await records.confirm(found.id);
}

describe("a contact that is erased", () => {
  test("takes with it the row of the file that it came in, and leaves the others", async () => {
    const { officer } = await addForce(kit.context);
    const rows = [1, 2].map((n) => aNotice({ "Force reference": `AP/26/${n}` }));
    const { id } = await uploaded(kit.context, officer, csvOf(rows));
    const { headings, suggested } = await readColumns(kit.context, officer, id);
    await saveColumns(
      kit.context,
      officer,
      id,
      headings.map((heading) => suggested[heading] ?? ""),
    );
    await sendBatch(kit.context, officer, id);
    const [first, second] = (await readBatch(kit.context, officer, id)).rows;
    await erase(first?.contactReference ?? "");
    const left = (await readBatch(kit.context, officer, id)).rows;
    assert.deepEqual(
      left.map(({ contactReference }) => contactReference),
      [second?.contactReference],
    );
  });

  test("takes with it which organisation's system sent it, and what that was told", async () => {
    const { system, receipt } = await toldPartner(kit.context, "http://127.0.0.1:9/hub");
    const organisation = {
      id: system.place.organisationId,
      name: "School",
      kind: "education",
      sourceCode: "2A",
    } as const;
    const partner = { keyId: system.keyId, organisation };
    assert.equal((await readStatus(kit.context, partner, receipt.reference)).status, "received");
    await erase(receipt.reference);
    await assert.rejects(readStatus(kit.context, partner, receipt.reference), NotFound);
    const [left] = await owner`select (select count(*)::int from webhook_event) as events,
      (select count(*)::int from webhook_sending) as sendings,
      (select count(*)::int from partner_contact where organisation_id = ${organisation.id}) as sent`;
    assert.deepEqual({ ...left }, { events: 0, sendings: 0, sent: 0 });
  });
});

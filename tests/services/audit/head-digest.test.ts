import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import PostalMime from "postal-mime";
import { parseHead } from "#domain/audit-head";
import { oweHeadDigest } from "#services/audit/owe-head-digest";
import { openSequencer, type Sequencer } from "#services/audit/sequencer";
import { sendMessage } from "#services/mail/send-message";
import { mailJob, mailKit, type MailKit } from "../../support/mail-kit.ts";
import { addStaff } from "../../support/staff.ts";
import { plantEvent } from "../../support/chain.ts";

let mail: MailKit;
let sequencer: Sequencer;
const folder = mkdtempSync(join(tmpdir(), "front-door-digest-"));
const headsFile = join(folder, "heads.jsonl");
before(async () => {
  mail = await mailKit();
  const { kit } = mail;
  sequencer = openSequencer({
    ...{
      url: kit.database.sequencer,
      auditKeys: { current: 1, keys: new Map([[1, randomBytes(32)]]) },
      headsFile,
    },
    now: () => new Date(),
  });
});
after(async () => {
  await sequencer.close();
  await mail.close();
  rmSync(folder, { recursive: true });
});

test("the head of the chain goes to each who checks the audit trail, once a day, as it was published", async () => {
  const { kit, owner, server } = mail;
  kit.at(new Date("2026-11-24T10:00:00Z"));
  const checkers = await Promise.all(
    (["records_officer", "auditor"] as const).map((role) => addStaff(kit.context, [role])),
  );
  await addStaff(kit.context, ["manager"]);
  const owed = () =>
    owner<{ id: string; recipient_id: string }[]>`
      select id, recipient_id from outbox where facts->>'message' = 'chain-head' order by created_at`;
  await oweHeadDigest(kit.context);
  assert.equal((await owed()).length, 0, "there is no head to send yet");

  await plantEvent(owner);
  await sequencer.link();
  await sequencer.seal();
  await Promise.all([1, 2, 3].map(() => oweHeadDigest(kit.context)));
  const today = await owed();
  assert.deepEqual(today.map(({ recipient_id }) => recipient_id).sort(), checkers.map(({ id }) => id).sort());

  assert.equal(await sendMessage(kit.context, mailJob(today[0]?.id ?? "")), "done");
  const [received] = server.received;
  const { text = "" } = await PostalMime.parse(received?.raw ?? "");
  const lines = text.split(/\r?\n/).flatMap((line) => parseHead(line) ?? []);
  assert.deepEqual(lines, [parseHead(readFileSync(headsFile, "utf8").trim())]);

  kit.at(new Date("2026-11-25T00:30:00Z"));
  await oweHeadDigest(kit.context);
  assert.equal((await owed()).length, 4);
});

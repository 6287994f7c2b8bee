import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { familyColumns } from "#domain/personal-data/family";
import { workColumns } from "#domain/personal-data/work";
import { verifyChain } from "#services/audit/verify-chain";
import { addNote } from "#services/contacts/add-note";
import { readContact } from "#services/contacts/read-contact";
import { takeContact } from "#services/contacts/take-contact";
import { Erased, NotFound } from "#services/errors";
import { askToEraseContact, askToErasePerson } from "#services/records/ask-to-erase";
import { liftHold, placeHold } from "#services/records/legal-holds";
import { readRecord } from "#services/records/read-record";
import { askToLift, liftRestriction } from "#services/restricted/lift-restriction";
import { restrictPerson } from "#services/restricted/restrict-person";
import { listTriage } from "#services/triage/list-triage";
import { chainKit, type ChainKit } from "../../support/chain.ts";
import { aChild, aSubmission, sendContact, type SentContact } from "../../support/contacts.ts";
import { recommendAll } from "../../support/deciding.ts";
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

const words: string[] = [];
/** A word that nothing else contains, and that every field takes. */
function word(): string {
  const n = words.length;
  const made = `Qz${String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26))}vx`;
  words.push(made);
  return made;
}

/** Every text of a form that somebody types. */
function planted() {
  const whole = aSubmission();
  const nhsNumber = "9434765919";
  words.push(nhsNumber, "ZE9 9ZQ", "2013-11-03", "1979-02-23");
  return {
    children: [
      aChild({
        ...{ firstName: word(), lastName: word(), knownAs: word(), description: word(), school: word() },
        ...{ nhsNumber, birth: { kind: "born", date: "2013-11-03" } },
      }),
    ],
    adults: [
      {
        ...{ name: `${word()} ${word()}`, relationship: word(), livesWithChild: "yes" as const },
        ...{ parentalResponsibility: "yes" as const, mayBeRisk: true },
        birth: { kind: "born" as const, date: "1979-02-23" },
      },
    ],
    address: { lines: [word(), word()], postcode: "ZE9 9ZQ" },
    ...{ seenAt: word(), otherPlaces: word(), otherWorry: word(), whatHappened: word(), effect: word() },
    ...{ goingWell: word(), alreadyTried: word() },
    safeContact: { risks: [], detail: word(), interpreter: word(), communication: word() },
    helpers: [{ name: word(), agency: word(), contact: word() }],
    referrer: {
      ...whole.referrer,
      ...{ name: word(), job: word(), organisation: word(), email: `${word()}@school.example` },
    },
    snapshot: {
      contact: whole.snapshot.contact.map((page) => ({
        ...page,
        entries: [{ label: "What happened?", value: word() }],
      })),
      referrer: whole.snapshot.referrer.map((page) => ({
        ...page,
        entries: [{ label: "Your name", value: word() }],
      })),
    },
  };
}

/** What of these stands anywhere in the database, in the open or as the bytes of its letters, with where. */
async function foundAnywhere(wanted: readonly string[]): Promise<string[]> {
  const tables = await owner<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await owner<{ row: string }[]>`select t::text as row from ${owner(name)} t`;
    const all = rows
      .map(({ row }) => row)
      .join("\n")
      .toLowerCase();
    for (const each of wanted) {
      const bytes = Buffer.from(each).toString("hex");
      if (all.includes(each.toLowerCase()) || (bytes.length >= 12 && all.includes(bytes)))
        found.push(`${name}: ${each}`);
    }
  }
  return found;
}

const isWhole = async () => {
  await chain.sequencer.link();
  const { findings } = await verifyChain({
    ...{ url: chain.kit.database.verify, auditKeys: chain.auditKeys },
    headsFiles: [],
  });
  return findings;
};
const read = ({ reference }: SentContact) => readContact(chain.kit.context, kit.manager, reference);

describe("an erased contact and the person in it", () => {
  test("leaves nothing of it readable anywhere, and the chain whole", async () => {
    const { context } = chain.kit;
    const { manager, screener, officer, deputy } = kit;
    const submission = planted();
    const contact = await sendContact(context, submission);
    const { reference } = contact;
    // Somebody whom the hub knows, restricted for a time, held for a time: each leaves rows of its own.
    const restricting = { reference, childId: contact.childIds[0] ?? "", staffEmail: "" } as const;
    await restrictPerson(context, manager, { ...restricting, kind: "other", reason: word() });
    const [{ id = "", person_id: personId = "" } = {}] = await owner<{ id: string; person_id: string }[]>`
      select id, person_id from restriction`;
    await askToLift(context, manager, { id, reason: word() });
    await liftRestriction(context, deputy, { id });
    await takeContact(context, screener, { reference, reason: "The next one" });
    await addNote(context, screener, { reference, kind: "note", text: word() });
    const written = { reason: word(), childsLife: word(), receivingCouncil: word(), acceptedBy: word() };
    await recommendAll(context, owner, screener, contact, "transfer", written);
    const another = await kit.ended();
    await kit.finish(contact);
    await owner`
      insert into residence (id, person_id, postcode, address_key, address, from_date)
      values (${context.newId()}, ${personId}, 'ZE9 9ZQ', ${Buffer.from(word())}, ''::bytea, '2020-01-01')`;
    await owner`
      insert into open_case (id, case_number, person_id, status, particulars, as_at, closed_at)
      values (${context.newId()}, ${word()}, ${personId}, 'closed', ''::bytea, now(), now())`;
    await placeHold(context, officer, { reference, personId, reason: word(), months: 12 });
    const [hold] = await owner<{ id: string }[]>`select id from legal_hold`;
    await liftHold(context, officer, { id: hold?.id ?? "", reason: word() });

    const hashes = await owner<{ value: string }[]>`
      select value from match_key where contact_id = ${contact.id}
      union select value from restricted_key where contact_child_id = any(${contact.childIds})`;
    const lookups = hashes.map(({ value }) => value);
    assert.ok(lookups.some((value) => value.length === 64) && lookups.length > 8, String(lookups.length));
    const before = await foundAnywhere([...words, ...lookups]);
    for (const table of ["contact_child", "contact_adult", "match_key", "name", "transfer", "restricted_key"])
      assert.ok(
        before.some((place) => place.startsWith(`${table}:`)),
        `nothing was planted in ${table}`,
      );

    await askToErasePerson(context, officer, {
      ...{ reference, personId, ground: "request", reason: word() },
    });
    await kit.confirm(personId);

    assert.deepEqual(await foundAnywhere([...words, ...lookups]), []);
    const keys = await owner<{ subject: string; wrapped: Buffer | null }[]>`
      select subject, wrapped from data_key where subject_id in (${contact.id}, ${personId},
        (select id from referrer where contact_id = ${contact.id}), ${await kit.askedAbout(personId)})`;
    assert.deepEqual(
      keys.map(({ subject, wrapped }) => [subject, wrapped]).sort(),
      ["contact", "person", "proposal", "referrer"].map((subject) => [subject, null]),
    );
    assert.deepEqual(await isWhole(), []);
    const told =
      await owner`select kind from audit_event where contact_id = ${contact.id} and kind = 'contact.erased'`;
    assert.equal(told.length, 1);

    await assert.rejects(
      read(contact),
      (error: unknown) => error instanceof Erased && error.ground === "request",
    );
    assert.equal((await readRecord(context, officer, reference)).erased?.ground, "request");
    await assert.rejects(
      readContact(context, { ...manager, roles: ["partner"] }, reference),
      (error: unknown) => error instanceof NotFound && !(error instanceof Erased),
    );
    assert.ok((await read(another)).facts, "what belongs to somebody else is there");
    await listTriage(context, manager, { filter: "all", page: 1 });
  });

  test("empties every column that says something about a child or who sent it", async () => {
    const contact = await kit.ended(planted());
    await askToEraseContact(chain.kit.context, kit.officer, {
      reference: contact.reference,
      ground: "request",
      reason: "A letter",
    });
    await kit.confirm(contact.id);
    // Codes and days of work say nothing once nobody knows whose they were; they are what figures are counted from.
    const stays = new Set(
      `contact.danger contact.source_code contact.rating contact_child.standing contact_child.state contact_child.sex
       rating.code child_standing.standing recommendation.outcome recommendation.level decision.outcome decision.level
       pathway.kind pathway.state caf_redirect.family_agreed_on social_work_referral.referred_on
       social_work_referral.source_code social_work_referral.need_code section47.finding contact.next_event_at`.split(
        /\s+/,
      ),
    );
    const filled: string[] = [];
    for (const [table, { readable }] of Object.entries({ ...familyColumns, ...workColumns })) {
      const id = table === "contact" ? "id" : "contact_id";
      const columns =
        await owner`select from information_schema.columns where table_name = ${table} and column_name = ${id}`;
      if (columns.length === 0) continue;
      for (const [column, subject] of Object.entries(readable) as [string, string][]) {
        if (subject === "staff" || stays.has(`${table}.${column}`)) continue;
        const rows = await owner<{ value: string | null }[]>`
          select ${owner(column)}::text as value from ${owner(table)} where ${owner(id)} = ${contact.id}`;
        if (rows.some(({ value }) => value !== null && value !== "")) filled.push(`${table}.${column}`);
      }
    }
    assert.deepEqual(filled, []);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { readCase, type ListedCase } from "#domain/open-case-list";
import { readContact } from "#services/contacts/read-contact";
import { readMatches } from "#services/contacts/read-matches";
import { loadOpenCases } from "#services/decisions/load-open-cases";
import { readDuty } from "#services/duty/read-duty";
import { Conflict, Invalid } from "#services/errors";
import { answerCase, endCaseAnswer } from "#services/open-cases/answer-case";
import { readCaseFile } from "#services/open-cases/read-case-file";
import { replaceOpenCases, type MuchSmaller } from "#services/open-cases/replace-open-cases";
import { unitOfWork } from "#services/unit-of-work";
import { aChild, sendContact, type SentContact } from "../../support/contacts.ts";
import { restrictedKit, type RestrictedKit } from "../../support/restricted-kit.ts";
import { addStaff } from "../../support/staff.ts";

const mary = {
  ...{ caseNumber: "C-1", status: "child_in_need", firstName: "Mary", lastName: "Okafor" },
  ...{ dateOfBirth: "2022-03-12", postcode: "AB1 2CD", worker: "Dee Lowe", plan: "child_protection" },
};
const other = (at: number) => ({
  ...{ caseNumber: `X-${at}`, status: "open", firstName: "Zeno", lastName: `Quill${at}` },
  dateOfBirth: "2011-01-01",
});

describe("open cases", () => {
  let kit: RestrictedKit;
  let owner: postgres.Sql;
  let manager: StaffActor;

  before(async () => {
    kit = await restrictedKit();
    ({ owner, manager } = kit);
  });
  after(() => kit.close());

  const take = (cases: readonly object[], more: { asAt?: Date; fewerIsRight?: boolean } = {}) => {
    if (more.asAt === undefined) kit.at(new Date(kit.context.now().getTime() + 60_000));
    const asAt = kit.context.now();
    const rows = cases.map((one, at) => readCase(one, at + 2));
    return replaceOpenCases(kit.context, { asAt, how: "command", rows, fewerIsRight: false, ...more });
  };
  const casesOf = async ({ reference }: SentContact, actor = manager) =>
    (await readMatches(kit.context, actor, reference)).open.cases;
  const say = async (contact: SentContact, answer: "same" | "not_same", caseNumber = "C-1") => {
    const { head, open } = await readMatches(kit.context, manager, contact.reference);
    const one = open.cases.find((each) => each.caseNumber === caseNumber);
    assert.ok(one);
    const asked = {
      reference: contact.reference,
      version: head.version,
      childId: one.childId,
      caseId: one.id,
    };
    await answerCase(kit.context, manager, { ...asked, answer, reason: "The worker says so" });
    return { ...asked, version: asked.version + 1 };
  };
  const decidedWith = (contact: SentContact) =>
    unitOfWork(kit.context, manager, (unit) => loadOpenCases(unit, contact.childIds));

  test("a list takes the place of the last one whole: what is not in it is closed, what is sealed is not to be read", async () => {
    const first = await take([mary, other(1), other(2)]);
    assert.deepEqual([first.opened, first.changed, first.closed], [3, 0, 0]);
    const second = await take([mary, { ...other(1), team: "North" }]);
    assert.deepEqual([second.opened, second.changed, second.closed], [0, 1, 1]);
    const rows = await owner`select case_number, status, particulars from open_case where closed_at is null
      and (case_number like 'X-%' or case_number = 'C-1') order by 1`;
    assert.deepEqual(
      rows.map((row) => [row["case_number"], row["status"]]),
      [
        ["C-1", "child_protection"],
        ["X-1", "open"],
      ],
    );
    assert.ok(!String(rows[0]?.["particulars"]).includes("Dee Lowe"));
    // Nobody here was ever said to be that child, so nothing of the case is kept.
    assert.equal((await owner`select from open_case where case_number = 'X-2'`).length, 0);
    assert.deepEqual((await take([mary, { ...other(1), team: "North" }])).changed, 0);
    const [audited] =
      await owner`select facts from audit_event where kind = 'open-cases.replaced' order by at limit 1`;
    assert.equal(audited?.["facts"].opened, 3);
  });

  test("a line that cannot be read leaves its case as it was and is told by its number, its field and no value", async () => {
    await take([mary, other(1)]);
    const taken = await take([{ ...mary, nhsNumber: "9434765918" }, other(1), { ...other(1), team: "x" }]);
    assert.deepEqual(
      taken.refused.map(({ line, field }) => [line, field]),
      [
        [2, "nhsNumber"],
        [4, "caseNumber"],
      ],
    );
    assert.deepEqual([taken.closed, taken.noneClosed], [0, false]);
    // Which case the line is about is not known: any of those that are not in the list could be it.
    const nameless = await take([mary, { ...other(1), caseNumber: "" }]);
    assert.deepEqual([nameless.closed, nameless.noneClosed], [0, true]);
    assert.doesNotMatch(JSON.stringify(taken.refused), /9434765918|Okafor/);
  });

  test("a list that is much smaller is asked about, and one that is older or from tomorrow is refused", async () => {
    const many = Array.from({ length: 25 }, (_, at) => other(at));
    await take(many);
    const few = many.slice(0, 19);
    await assert.rejects(take(few), (error: Conflict<MuchSmaller>) => {
      assert.deepEqual(error.details, { cases: 19, open: 25 });
      return error instanceof Conflict;
    });
    assert.equal((await owner`select from open_case where closed_at is null`).length, 25);
    assert.equal((await take(few, { fewerIsRight: true })).closed, 6);
    const day = 86_400_000;
    for (const off of [-day, day])
      await assert.rejects(take(few, { asAt: new Date(kit.context.now().getTime() + off) }), Invalid);
    await take([mary], { fewerIsRight: true });
  });

  test("two lists at once stand in line, and each case is there once", async () => {
    const asAt = kit.context.now();
    const lists = [0, 1, 2, 3].map(() => take([mary, other(7)], { asAt }));
    const taken = await Promise.all(lists);
    assert.equal(taken.filter(({ opened }) => opened > 0).length, 1);
    assert.equal((await owner`select from open_case where case_number = 'X-7'`).length, 1);
  });

  test("is shown with what fits, joined by nobody until a person says so, and opened again when they take it back", async () => {
    await take([mary, { ...other(3), lastName: "Okafor", firstName: "Sol", postcode: "AB1 2CD" }]);
    const contact = await sendContact(kit.context);
    const [found] = await casesOf(contact);
    assert.ok(found);
    assert.deepEqual(
      [found.caseNumber, found.band, found.confirmed, found.status, found.worker],
      ["C-1", "likely", false, "child_protection", "Dee Lowe"],
    );
    assert.ok(found.facts.includes("dob_same") && found.facts.includes("first_same"));
    assert.ok(!("postcode" in found), "where a child lives is told as a fact that fits, and not as a value");
    assert.deepEqual(await decidedWith(contact), []);
    const asked = await say(contact, "same");
    assert.deepEqual(
      (await decidedWith(contact)).map(({ socialWork, onPlan }) => [socialWork, onPlan]),
      [[true, true]],
    );
    // Whoever comes next is known to be the same child only when somebody says so of them.
    const later = await sendContact(kit.context);
    assert.deepEqual(await decidedWith(later), []);
    await say(later, "same");
    assert.equal((await decidedWith(later)).length, 1);
    // The list of the next day changes nothing of it.
    await take([mary]);
    assert.equal((await decidedWith(contact)).length, 1);
    await endCaseAnswer(kit.context, manager, asked);
    assert.deepEqual(
      (await casesOf(contact)).map(({ confirmed, answer }) => [confirmed, answer]),
      [[false, null]],
    );
    assert.equal((await decidedWith(later)).length, 1);
    const kinds =
      await owner`select kind from audit_event where contact_id = ${contact.id} and kind like 'open-case.%' order by at`;
    assert.deepEqual(
      kinds.map(({ kind }) => String(kind)),
      ["open-case.answered", "open-case.answer-ended"],
    );
    // Not the same is remembered, and the summary says nothing of it any more.
    await say(contact, "not_same");
    const { open } = await readContact(kit.context, manager, contact.reference);
    assert.deepEqual(
      open.cases.map(({ confirmed, answer }) => [confirmed, answer?.answer]),
      [[false, "not_same"]],
    );
  });

  test("stays with a child when two persons turn out to be one", async () => {
    const family = { lastName: "Vantongeren" };
    const listed = { ...mary, caseNumber: "C-2", firstName: "Ida", lastName: "Vantongeren" };
    await take([mary, listed]);
    const [one, two] = [
      await sendContact(kit.context, { children: [aChild({ ...family, firstName: "Ida" })] }),
      await sendContact(kit.context, { children: [aChild({ ...family, firstName: "Ida" })] }),
    ];
    await say(one, "same", "C-2");
    const personOf = async ({ childIds }: SentContact) =>
      String(
        (
          await owner`select person_id from person_link where contact_child_id = ${childIds[0] ?? ""} and ended_at is null`
        )[0]?.["person_id"],
      );
    const person = kit.context.newId();
    await owner`insert into person (id, created_at) values (${person}, now())`;
    await owner`insert into person_link (id, person_id, contact_child_id, answer, reason, said_by, said_at)
      values (${kit.context.newId()}, ${person}, ${two.childIds[0] ?? ""}, 'same', ''::bytea, ${manager.id}, now())`;
    await say(two, "same", "C-2");
    assert.equal(await personOf(one), await personOf(two));
    assert.equal((await decidedWith(one)).length, 1);
  });

  test("of a restricted child are there for nobody who is not cleared, whichever came first", async () => {
    const family = kit.aFamily();
    const sent = await family.send();
    await kit.restrict(sent);
    const [child] = await owner<{ first: string; last: string; born: string }[]>`
      select first_name as first, last_name as last, date_of_birth::text as born from contact_child where contact_id = ${sent.id}`;
    assert.ok(child);
    const near = {
      ...mary,
      caseNumber: "C-9",
      firstName: child.first,
      lastName: child.last,
      dateOfBirth: child.born,
    };
    const theirs = {
      ...mary,
      caseNumber: "C-10",
      firstName: child.first,
      lastName: "Brambleby",
      dateOfBirth: `${Number(child.born.slice(0, 4)) - 1}-12-30`,
    };
    await take([mary, near, theirs]);
    // A contact that is like the case and not like the restricted child: a hint, if the case were shown.
    const stranger = await sendContact(kit.context, {
      children: [
        aChild({
          firstName: child.first,
          lastName: "Brambleby",
          birth: { kind: "about", years: 2026 - Number(child.born.slice(0, 4)), words: "12" },
        }),
      ],
    });
    assert.equal(await kit.isLocked(stranger), false);
    const screener = await addStaff(kit.context, ["screener"]);
    const names = (cases: { caseNumber: string }[]) => cases.map(({ caseNumber }) => caseNumber);
    assert.ok(names(await casesOf(stranger, screener)).includes("C-10"));
    assert.ok(!names(await casesOf(stranger, screener)).includes("C-9"));
    assert.ok(names(await casesOf(sent, manager)).includes("C-9"));
  });

  test("that are old are said to be, on the duty screen too, and a list that never came is no alarm", async () => {
    await take([mary], { asAt: kit.context.now() });
    const contact = await sendContact(kit.context);
    const stale = async () => (await readMatches(kit.context, manager, contact.reference)).open.stale;
    const alarms = async () => (await readDuty(kit.context, manager)).alarms.map(({ kind }) => kind);
    assert.deepEqual([await stale(), (await alarms()).includes("open_cases_old")], [false, false]);
    kit.at(new Date(kit.context.now().getTime() + 37 * 3_600_000));
    assert.deepEqual([await stale(), (await alarms()).includes("open_cases_old")], [true, true]);
    await owner`delete from open_case_load`;
    assert.deepEqual([await stale(), (await alarms()).includes("open_cases_old")], [false, false]);
  });

  test("come from a file as systems export it, whatever its headings look like", () => {
    const file = [
      "Case Number;Status;First name;Last name;Date of Birth;Looked After;Ward",
      "C-1;Child in need;Mary;Okafor;12/03/2022;Yes;North",
      "",
      "C-2;open;Sol;Okafor;31/02/2022;;North",
      'C-3;"section 47";"Ida ""Bee""";Quill;2011-01-01;n;',
    ].join("\r\n");
    const { rows, unknownColumns } = readCaseFile(Buffer.from(`\ufeff${file}`), "2026-11-24");
    const said = (at: number) => rows[at]?.row as ListedCase;
    assert.deepEqual(
      [said(0).status, said(0).lookedAfter, said(0).dateOfBirth],
      ["child_in_need", true, "2022-03-12"],
    );
    assert.deepEqual(
      rows[1]?.refused.map(({ line, field }) => [line, field]),
      [[4, "dateOfBirth"]],
    );
    assert.deepEqual([said(2).status, said(2).firstName], ["section_47", 'Ida "Bee"']);
    assert.deepEqual(unknownColumns, ["ward"]);
    for (const broken of ["", "Name,Born\nA,B", "case_number,status,status\n1,open,open"])
      assert.throws(() => readCaseFile(Buffer.from(broken), "2026-11-24"), Invalid);
  });
});

import assert from "node:assert/strict";
import type { StaffActor } from "#domain/actor";
import { matchContact } from "#services/contacts/match-contact";
import { readContact } from "#services/contacts/read-contact";
import { NotFound } from "#services/errors";
import { restrictPerson } from "#services/restricted/restrict-person";
import { unitOfWork } from "#services/unit-of-work";
import { aChild, sendContact, type SentContact } from "./contacts.ts";
import { testContext } from "./context.ts";
import { ownerOf } from "./queue.ts";
import { addStaff, addTeam } from "./staff.ts";

export type RestrictedKit = Awaited<ReturnType<typeof restrictedKit>>;

/** A hub with its people, families that can be restricted, and what can be seen of their contacts. */
export async function restrictedKit() {
  const kit = await testContext();
  const { context } = kit;
  const owner = ownerOf(kit);
  const hub = await addTeam(context);
  const add = (role: "manager" | "screener" | "records_officer", name: string) =>
    addStaff(context, [role], { name, place: hub });
  const people = {
    manager: await add("manager", "Mo Shah"),
    colleague: await add("manager", "Ada Quill"),
    screener: await add("screener", "Sam King"),
    records: await add("records_officer", "Rae Lund"),
  };
  let families = 0;

  const match = ({ id }: SentContact) =>
    unitOfWork(context, { kind: "system", process: "test" }, (unit) => matchContact(unit, id));

  /** A family whom nobody else in the database is like; `send` sends a contact about one of its children. */
  function aFamily() {
    families += 1;
    const letter = "abcdefghijklmnopqrstuvwxyz".charAt(families);
    const child = aChild({
      firstName: `Zofia${letter}`,
      lastName: `Wojcik${letter.repeat(3)}`,
      birth: { kind: "born", date: `2014-0${(families % 9) + 1}-1${families % 10}` },
    });
    const address = { lines: [`${families} Elm Way`], postcode: `AB${families} 9ZZ` };
    const said = { children: [child], address };
    return {
      child,
      said,
      send: (more: Parameters<typeof sendContact>[1] = {}) => sendContact(context, { ...said, ...more }),
    };
  }

  const restrict = (contact: SentContact, by = people.manager, staffEmail = "") =>
    restrictPerson(context, by, {
      reference: contact.reference,
      childId: contact.childIds[0] ?? "",
      kind: "staff_family",
      staffEmail,
      reason: "Her mother works in the hub",
    });
  const isThere = (contact: SentContact, actor: StaffActor) =>
    readContact(context, actor, contact.reference).then(
      () => true,
      (error: unknown) => {
        assert.ok(error instanceof NotFound, String(error));
        return false;
      },
    );
  const isLocked = async ({ id }: SentContact) => {
    const [row] = await owner`select cleared_only_since from contact where id = ${id}`;
    return row?.["cleared_only_since"] !== null;
  };
  /** What is still owed about a contact to people: message and to whom. */
  const told = async ({ id }: SentContact) => {
    const rows = await owner<{ message: string; to: string }[]>`
      select facts->>'message' as message, facts->>'to' as to from outbox
      where (subject_id = ${id} or subject_id in (select id from restricted_contact where contact_id = ${id}))
        and kind = 'send-message' and done_at is null order by 1, 2`;
    return rows.map(({ message, to }) => [message, to]);
  };
  const close = async () => {
    await owner.end();
    await kit.close();
  };
  return {
    context,
    appUrl: kit.database.app,
    at: kit.at,
    owner,
    hub,
    ...people,
    match,
    aFamily,
    restrict,
    isThere,
    isLocked,
    told,
    close,
  };
}

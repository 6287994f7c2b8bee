import { sql } from "drizzle-orm";
import type { Sealed } from "#db/columns";
import type { ChildParticulars } from "#domain/contact-facts";
import type { Sex } from "#domain/intake";
import { bringsTogether, searchKeys } from "#domain/match-keys";
import type { MatchSubject } from "#domain/match-subject";
import { compare } from "#domain/matching";
import { nameWords } from "#domain/names";
import type { Submission } from "#domain/questions/submission";
import { matchSubject, submittedSubject } from "../contacts/match-subject.ts";
import { wantedKeys } from "../contacts/match-key-rows.ts";
import { unwrap } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** A restriction that a contact is or may be about; without one, it could not be found out. */
export type MayMatch = { restrictionId: string | null; staffId: string | null };

/** How an adult's name is looked for: its words, in whatever order they were typed. */
export const adultKey = (name: string) => nameWords(name).sort().join(" ");

/** Shorter ones are like too many others. */
const surnameAtLeast = 4;

/**
 * Whether a contact that arrives may be about a restricted person, or a brother or sister, or names the member of staff
 * whose family is restricted. One statement whatever it finds, so that the time that sending takes tells nothing.
 * @returns the restrictions; one of nulls when nobody can say, and then only cleared staff may know of the contact
 */
export async function mayMatchRestricted(
  unit: Unit,
  submission: Pick<Submission, "children" | "address" | "adults">,
  receivedAt: Date,
): Promise<MayMatch[]> {
  const children = submission.children.map((child) =>
    submittedSubject(child, submission.address, receivedAt),
  );
  return restrictedLike(
    unit,
    children,
    submission.adults.map(({ name }) => name),
  );
}

/** The same of children as they are compared, whoever told of them. */
export async function restrictedLike(
  unit: Unit,
  children: readonly MatchSubject[],
  adultNames: readonly string[] = [],
): Promise<MayMatch[]> {
  const keys = children
    .flatMap((child) => searchKeys(child))
    .filter(bringsTogether)
    .flatMap((key) => wantedKeys(unit.context.keys, key));
  const adults = adultNames.map(adultKey).filter((name) => name !== "");
  const kinds = [...keys.map(({ kind }): string => kind), ...adults.map(() => "adult")];
  const values = [...keys.map(({ value }) => value), ...adults];
  const surnames = [...new Set(children.flatMap(({ lastName }) => nameWords(lastName)))].filter(
    (word) => word.length >= surnameAtLeast,
  );
  const texts = (list: readonly string[]) => sql`${sql.param([...list])}::text[]`;
  const found = await unit.tx.execute<Found>(sql`
    select restriction_id, staff_id, received_at, wrap_version, wrapped, (child).*
    from frontdoor_restricted_like(${texts(kinds)}, ${texts(values)}, ${texts(surnames)})`);
  const like = found.filter((row) => mayBe(unit, row, children));
  const known = new Map(like.map((row) => [row.restriction_id, row.staff_id]));
  return [...known].map(([restrictionId, staffId]) => ({ restrictionId, staffId }));
}

/** What cannot be compared counts as a match: an erased key, a wrong one, or no answer at all. */
function mayBe(unit: Unit, row: Found, children: readonly MatchSubject[]): boolean {
  if (row.id === null || row.particulars === null || row.wrapped === null || row.received_at === null)
    return true;
  try {
    const { contact_id: subjectId, wrap_version: wrapVersion, wrapped } = row;
    const key = unwrap(unit.context.keys, { subject: "contact", subjectId, wrapVersion, wrapped });
    const place = { table: "contact_child", row: row.id, column: "particulars" };
    const particulars = open<ChildParticulars>(key, place, row.particulars);
    const restricted = matchSubject(
      {
        firstName: row.first_name,
        lastName: row.last_name,
        alsoKnownAs: row.also_known_as,
        dateOfBirth: row.date_of_birth,
        estimatedAge: row.estimated_age,
        dueDate: row.due_date,
        sex: row.sex,
        postcode: row.postcode,
      },
      particulars,
      new Date(row.received_at),
    );
    return children.some((child) => {
      const { band, sibling } = compare(child, restricted);
      return band !== "none" || sibling;
    });
  } catch {
    unit.context.log.error("a restricted child could not be compared");
    return true;
  }
}

type Found = {
  restriction_id: string | null;
  staff_id: string | null;
  received_at: string | null;
  wrap_version: number;
  wrapped: Buffer | null;
  id: string | null;
  contact_id: string;
  first_name: string | null;
  last_name: string | null;
  also_known_as: string | null;
  date_of_birth: string | null;
  estimated_age: number | null;
  due_date: string | null;
  sex: Sex;
  postcode: string | null;
  particulars: Sealed | null;
};

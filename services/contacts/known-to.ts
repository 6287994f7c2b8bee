import { and, inArray, isNull, notInArray, or, sql, type SQL } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { exceptFor, isCleared, knowsOf, type Reader } from "#domain/clearance";
import type { Subject } from "#domain/permissions";

/** Whether a contact exists for somebody, as `may` asks it. */
export function knowing(
  reader: Reader & { id: string },
  row: Pick<typeof contact.$inferSelect, "id" | "clearedOnlySince">,
): Pick<Subject, "restricted" | "clearedStaffIds"> {
  const barred = reader.barred?.includes(row.id) === true;
  return {
    restricted: row.clearedOnlySince !== null || barred,
    clearedStaffIds: knowsOf(reader, row) ? [reader.id] : [],
  };
}

/** The contacts that exist for this person, as a condition on `contact`: nothing else may hint at one. */
export function mayKnowOf(reader: Reader): SQL | undefined {
  const excepted = exceptFor(reader);
  return and(
    isCleared(reader)
      ? undefined
      : or(
          isNull(contact.clearedOnlySince),
          excepted.length > 0 ? inArray(contact.id, [...excepted]) : undefined,
        ),
    notBarred(reader),
  );
}

/** For whoever was invited to a contact by name, and so needs no clearance. */
export const notBarred = ({ barred = [] }: Reader): SQL | undefined =>
  barred.length > 0 ? notInArray(contact.id, [...barred]) : undefined;

/** The same for a statement that is written out; `row` is what it calls the contact. */
export function knownRow(reader: Reader, row: SQL): SQL {
  const [excepted, { barred = [] }] = [exceptFor(reader), reader];
  const among = (ids: readonly string[]) => sql`${row}.id = any(${sql.param([...ids])}::uuid[])`;
  const free = isCleared(reader) ? sql`true` : sql`${row}.cleared_only_since is null`;
  return sql`((${free} ${excepted.length > 0 ? sql`or ${among(excepted)}` : sql``})
    ${barred.length > 0 ? sql`and not ${among(barred)}` : sql``})`;
}

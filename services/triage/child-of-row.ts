import { ageInWords, childName } from "#domain/child-name";
import type { ChildParticulars } from "#domain/contact-facts";
import type { TriageSqlRow } from "./triage-rows.ts";

/** The first child of a contact as a row names them. Without what was said of them, what stands in the table has to do. */
export function childOf(
  row: Pick<TriageSqlRow, "first_name" | "last_name" | "date_of_birth" | "estimated_age" | "due_date">,
  said: ChildParticulars | null,
  today: string,
): { name: string; age: string } {
  const unborn = said === null ? row.due_date !== null : said.birth.kind === "unborn";
  return {
    name: childName({
      firstName: row.first_name,
      lastName: row.last_name,
      description: said?.description ?? null,
      unborn,
    }),
    age: ageInWords(
      {
        dateOfBirth: row.date_of_birth,
        estimatedAge: row.estimated_age,
        unborn,
        dueDate: row.due_date,
      },
      today,
    ),
  };
}

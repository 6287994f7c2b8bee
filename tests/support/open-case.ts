import type postgres from "postgres";
import type { Context } from "#services/context";

/** Somebody confirmed that the child is a person with an open social-work case. */
export async function openCase(
  { newId }: Pick<Context, "newId">,
  owner: postgres.Sql,
  { childId, saidBy }: { childId: string; saidBy: string },
): Promise<void> {
  const [person, link, open] = [newId(), newId(), newId()];
  await owner`insert into person (id, created_at) values (${person}, now())`;
  await owner`
    insert into person_link (id, person_id, contact_child_id, answer, reason, said_by, said_at)
    values (${link}, ${person}, ${childId}, 'same', ''::bytea, ${saidBy}, now())`;
  await owner`
    insert into open_case (id, case_number, person_id, status, particulars, as_at)
    values (${open}, ${open}, ${person}, 'child_in_need', ''::bytea, now())`;
}

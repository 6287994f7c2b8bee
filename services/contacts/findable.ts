import { matchKeys } from "#domain/match-keys";
import type { Submission } from "#domain/questions/submission";
import { childParticulars } from "./child-row.ts";
import type { ContactRows } from "./contact-rows.ts";
import { matchSubject, phonesOfFamily } from "./match-subject.ts";

/** What each child can be found by, for the contacts that come after this one. */
export function findable(rows: ContactRows, { children, address, ...said }: Submission, receivedAt: Date) {
  const phones = phonesOfFamily(said);
  return rows.children.map((row, at) => {
    const child = children[at];
    if (!child) throw new Error("a row without its child");
    return {
      id: row.id,
      keys: matchKeys(matchSubject(row, childParticulars(child, address), receivedAt, phones)),
    };
  });
}

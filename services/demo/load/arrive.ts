import { randomBytes } from "node:crypto";
import { contactAdult, contactSnapshot, referrer } from "#db/schema/intake";
import { adultKey, matchKey, name } from "#db/schema/people";
import { dataKey } from "#db/schema/proof";
import type { Channel } from "#domain/intake";
import { matchKeys } from "#domain/match-keys";
import type { MatchSubject } from "#domain/match-subject";
import type { Submission } from "#domain/questions/submission";
import { newReference } from "#domain/reference";
import { childParticulars } from "../../contacts/child-row.ts";
import { contactClocks } from "../../contacts/contact-clocks.ts";
import { contactRows, type ContactRows } from "../../contacts/contact-rows.ts";
import { matchKeyRows } from "../../contacts/match-key-rows.ts";
import { matchSubject } from "../../contacts/match-subject.ts";
import { unwrap } from "../../sealing/data-keys.ts";
import type { Scribe } from "./sheaf.ts";

export type Arrived = {
  rows: ContactRows;
  /** Seals everything that is written about this contact. */
  key: Buffer;
  clocks: ReturnType<typeof contactClocks>["rows"];
  children: readonly { id: string; subject: MatchSubject; name: string; decidedAbout: boolean }[];
};

/** Of a million references two are the same as often as not, and one clash would undo a whole load. */
function fresh(given: Set<string>): string {
  for (;;) {
    const reference = newReference(randomBytes);
    if (given.has(reference)) continue;
    given.add(reference);
    return reference;
  }
}

/**
 * The rows that `receiveContact` writes, but for the contact's own row, its children and its clocks: how they end is
 * known only when the rest of the story is.
 */
export function arrive(
  by: Scribe,
  submission: Submission,
  { channel, references }: { channel: Channel; references: Set<string> },
): Arrived {
  const { context, sheaf, now } = by;
  const rows = contactRows(
    by,
    submission,
    {
      channel,
      idempotencyKey: context.newId(),
      receivedAt: now,
      // Nobody can send it again, so there is nothing to compare with.
      bodyHash: randomBytes(32),
      reference: fresh(references),
      // Nobody restricts a family that was made up for measuring.
      clearedOnlySince: null,
      addsToId: null,
    },
    null,
  );
  const [room] = rows.dataKeys;
  if (!room) throw new Error("a contact without its key");
  const children = rows.children.map((row, i) => {
    const child = submission.children[i];
    if (!child) throw new Error("a row without its child");
    const subject = matchSubject(row, childParticulars(child, submission.address), now);
    const decidedAbout = child.standing === "subject";
    return { id: row.id, subject, name: child.firstName ?? "the child", decidedAbout };
  });
  const found = matchKeyRows(
    context.keys,
    rows.contact.id,
    children.map(({ id, subject }) => ({ id, keys: matchKeys(subject) })),
    rows.adults,
  );
  sheaf.add(dataKey, ...rows.dataKeys);
  sheaf.add(contactAdult, ...rows.adults);
  sheaf.add(contactSnapshot, rows.snapshot);
  sheaf.add(referrer, rows.referrer);
  sheaf.add(name, ...found.names);
  sheaf.add(matchKey, ...found.rows);
  sheaf.add(adultKey, ...found.adultRows);
  by.audit({
    kind: "contact.submitted",
    contactId: rows.contact.id,
    facts: {
      channel,
      children: children.length,
      partial: submission.partial,
      danger: submission.danger,
    },
  });
  return {
    rows,
    key: unwrap(context.keys, room),
    clocks: contactClocks(by, rows, now, submission.audience).rows,
    children,
  };
}

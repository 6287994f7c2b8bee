import type { StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import type { SnapshotPage } from "#domain/questions/submission";
import type { DrawnBecause } from "#domain/second-look";
import { openContactPage, type ContactHead } from "../contacts/contact-head.ts";
import { additionsOf, type AdditionView } from "../contacts/load-additions.ts";
import { loadInShort, type ContactInShort } from "../contacts/load-in-short.ts";
import { loadReferral } from "../contacts/read-referral.ts";
import type { Context } from "../context.ts";
import { contentOf, type DecisionContent, type KnownThen } from "../decisions/content.ts";
import type { ContactFile } from "../files/list-contact-files.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findSecondLook } from "./find-second-look.ts";

type View = { outcome: Outcome; level: number; reason: string };

export type SecondLookPage = {
  id: string;
  because: DrawnBecause;
  reference: string;
  receivedAt: Date;
  decidedAt: Date;
  child: Pick<ContactHead["children"][number], "name" | "age">;
  pages: readonly SnapshotPage[];
  files: readonly ContactFile[];
  asAt: Date;
  additions: readonly AdditionView[];
  earlier: readonly ContactInShort[];
  checks: DecisionContent["checks"];
  known: KnownThen | null;
  /** Both views side by side, once theirs is kept; until then nothing here says what was decided. */
  both: { theirs: View; decided: View; lookedAt: Date } | null;
};

export const reasonOf = (decisionId: string) => ({ table: "second_look", row: decisionId, column: "reason" });

/**
 * What whoever decided could see, without what they and the screener made of it: no rating, no notes, no names of staff.
 * Reading it is recorded as a look at the contact.
 */
export async function readSecondLook(
  context: Context,
  actor: StaffActor,
  id: string,
): Promise<SecondLookPage> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, decision, reference } = await findSecondLook(unit, actor, id);
    const opened = await openContactPage(unit, actor, { reference, page: "second-look" });
    const { head, key } = opened;
    const content = open<DecisionContent>(key, contentOf("decision", id), decision.content);
    const [referral, additions, earlier] = await Promise.all([
      loadReferral(unit, opened),
      additionsOf(unit, row.contactId, key),
      loadInShort(unit, actor, content.known?.earlier ?? []),
    ]);
    const child = head.children.find((one) => one.id === decision.contactChildId);
    const { outcome, level, reason, lookedAt } = row;
    const theirs =
      outcome !== null && level !== null && reason !== null && lookedAt !== null
        ? { outcome, level, reason: open<string>(key, reasonOf(id), reason) }
        : null;
    const decided = { outcome: decision.outcome, level: decision.level, reason: content.record.reason };
    return {
      id,
      because: row.because as DrawnBecause,
      reference,
      receivedAt: head.receivedAt,
      decidedAt: decision.decidedAt,
      child: { name: child?.name ?? "A child", age: child?.age ?? "" },
      ...referral,
      asAt: head.asAt,
      additions: additions.filter(({ at }) => at <= decision.decidedAt),
      earlier,
      checks: content.checks,
      known: content.known ?? null,
      both: theirs && lookedAt && { theirs, decided, lookedAt },
    };
  });
}

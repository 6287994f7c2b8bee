import { delivery, inbox, outbox } from "#db/schema/proof";
import type { Owed } from "#domain/jobs";
import type { Scribe } from "./sheaf.ts";

const seconds = (moment: Date, count: number) => new Date(moment.getTime() + count * 1_000);

/** Work that was owed at the scribe's moment and done a little later: mail with its delivery, the rest with its effect. */
export function workDone({ context, sheaf, now }: Scribe, owed: Owed): void {
  const id = context.newId();
  const doneAt = seconds(owed.availableAt ?? now, 1);
  sheaf.add(outbox, {
    id,
    kind: owed.kind,
    subjectId: owed.subjectId,
    recipientId: owed.recipientId ?? null,
    facts: owed.facts,
    createdAt: now,
    availableAt: owed.availableAt ?? now,
    doneAt,
  });
  if (owed.kind !== "send-message") {
    sheaf.add(inbox, { outboxId: id, effect: owed.kind, at: doneAt });
    return;
  }
  sheaf.add(delivery, {
    id: context.newId(),
    outboxId: id,
    attempt: 1,
    message: owed.facts.message,
    recipientId: owed.recipientId ?? owed.subjectId,
    startedAt: doneAt,
    acceptedAt: doneAt,
    serverReply: "250 2.0.0 OK",
  });
}

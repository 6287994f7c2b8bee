import { and, eq, isNull } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import { outbox } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import type { JobKind } from "#domain/jobs";
import { jobs } from "#domain/jobs";
import { findStaff } from "../../accounts/find-staff.ts";
import type { Context } from "../../context.ts";
import { newId } from "../../new-id.ts";
import { performOnce } from "../../outbox/perform-once.ts";
import { unitOfWork, type Unit } from "../../unit-of-work.ts";

const loader = { kind: "system", process: "demo" } as const;

/** Where the demo week is played: the real services, at moments that lie behind us, by the demonstration's people. */
export type Stage = {
  /** The context as it was at a moment: its clock stands still there, and ids made in it lie in that moment's place. */
  at: (moment: Date) => Context;
  /** @throws when the demonstration has no such person */
  person: (name: string) => StaffActor;
  contactNow: (reference: string) => Promise<{ id: string; version: number }>;
  /** Does what a queue would have done by then. */
  work: (
    moment: Date,
    kind: JobKind,
    subjectId: string,
    effect: (unit: Unit) => Promise<unknown>,
  ) => Promise<void>;
};

export async function openStage(context: Context): Promise<Stage> {
  const at = (moment: Date): Context => ({
    ...context,
    now: () => moment,
    newId: () => newId(moment.getTime()),
  });
  const people = await unitOfWork(context, loader, async (unit) => {
    const rows = await unit.tx.select({ id: staff.id }).from(staff);
    return Promise.all(rows.map(({ id }) => findStaff(unit, id)));
  });
  const byName = new Map(
    people.flatMap((one) => (one ? [[one.name, { ...one, sessionId: context.newId() }] as const] : [])),
  );
  return {
    at,
    person: (name) => {
      const found = byName.get(name);
      if (!found) throw new Error(`nobody is called ${name}`);
      return found;
    },
    contactNow: (reference) =>
      unitOfWork(context, loader, async ({ tx }) => {
        const [row] = await tx
          .select({ id: contact.id, version: contact.version })
          .from(contact)
          .where(eq(contact.reference, reference));
        if (!row) throw new Error("no such contact");
        return row;
      }),
    work: async (moment, kind, subjectId, effect) => {
      const owed = await unitOfWork(context, loader, ({ tx }) =>
        tx
          .select({ id: outbox.id })
          .from(outbox)
          .where(and(eq(outbox.kind, kind), eq(outbox.subjectId, subjectId), isNull(outbox.doneAt))),
      );
      for (const { id: outboxId } of owed)
        await performOnce(at(moment), { outboxId, kind, queue: jobs[kind].queue, recovered: false }, effect);
    },
  };
}

import { asc, eq, isNull } from "drizzle-orm";
import { callBack } from "#db/schema/calls";
import { staff } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { AskedCallBack } from "#domain/call-back";
import { may } from "#domain/permissions";
import type { Sealed } from "#db/columns";
import { Forbidden, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open, seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** Who asked to be called, and where. */
export type Asker = Pick<AskedCallBack, "name" | "organisation" | "phone">;

const place = (row: string) => ({ table: "call_back", row, column: "asker" });

export const sealAsker = (key: Buffer, id: string, asker: Asker): Sealed => seal(key, place(id), asker);

type Row = typeof callBack.$inferSelect;

export async function openAsker(unit: Unit, { id, asker }: Pick<Row, "id" | "asker">): Promise<Asker | null> {
  if (asker === null) return null;
  return open<Asker>(await readDataKey(unit, "call", id), place(id), asker);
}

/** @throws NotFound for a call that there is not */
export async function findCallBack(unit: Unit, actor: StaffActor, id: string, lock = false): Promise<Row> {
  if (!may(actor, "take-calls")) throw new Forbidden("take-calls");
  const query = unit.tx.select().from(callBack).where(eq(callBack.id, id));
  const [row] = isId(id) ? await (lock ? query.for("update") : query) : [];
  if (row === undefined) throw new NotFound("no such call");
  return row;
}

/** Whoever has it keeps it as long as a contact is held; after that anybody may take it. */
export function isTakenBy({ takenBy, takenAt }: Row, actor: StaffActor, unit: Unit): "me" | "another" | null {
  if (takenBy === null || takenAt === null) return null;
  const until = takenAt.getTime() + unit.context.settings.leaseMinutes * 60_000;
  if (until <= unit.now.getTime()) return null;
  return takenBy === actor.id ? "me" : "another";
}

export type OwedCall = Pick<Row, "id" | "about" | "danger" | "fromAt" | "untilAt" | "tries"> & {
  takenBy: string | null;
};

/** More than anybody can make in a day; the alarm counts the rest. */
const shown = 50;

/** The calls that are owed, the first due first: what about and when, and nothing of who asked. */
export async function listCallBacks(unit: Unit): Promise<OwedCall[]> {
  return unit.tx
    .select({
      ...{ id: callBack.id, about: callBack.about, danger: callBack.danger, tries: callBack.tries },
      ...{ fromAt: callBack.fromAt, untilAt: callBack.untilAt, takenBy: staff.name },
    })
    .from(callBack)
    .leftJoin(staff, eq(staff.id, callBack.takenBy))
    .where(isNull(callBack.endedAt))
    .orderBy(asc(callBack.untilAt), asc(callBack.askedAt))
    .limit(shown);
}

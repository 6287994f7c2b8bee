import type { Context } from "../context.ts";
import { tellOneByOne } from "../mail/tell-one-by-one.ts";
import { periodId } from "../outbox/owe-regularly.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { localDate } from "#domain/time-words";
import { lastHead } from "./last-head.ts";

/**
 * Owes the head of the chain to everybody who checks the audit trail, once a day however often it is asked: the day is
 * what the message is about. Which head it is is looked up when it is sent.
 */
export async function oweHeadDigest(context: Context): Promise<void> {
  await unitOfWork(context, { kind: "system", process: "schedule" }, async (unit) => {
    if ((await lastHead(unit)) === null) return;
    const subjectId = periodId(`chain-head ${localDate(unit.now)}`);
    await tellOneByOne(unit, { subjectId, message: "chain-head", roles: ["records_officer", "auditor"] });
  });
}

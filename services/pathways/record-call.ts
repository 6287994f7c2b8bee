import { eq, sql } from "drizzle-orm";
import { adviceEpisode } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { attemptsOf } from "#domain/call-attempts";
import { localInstant } from "#domain/local-time";
import { toExplain } from "#domain/safe-calling";
import { dayAndTime } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { loadCalling, type Calling } from "./load-calling.ts";
import { giveBack } from "./return-pathway.ts";
import { writeRecord, type Recorded, type Recording } from "./write-record.ts";

const help = ["advice_episode", "caf_redirect"] as const;

/**
 * Records a call to a family, answered or not. Speaking to them is not yet help: the clock runs until help is given. When
 * enough calls went unanswered the work goes back to a manager in the same moment: "does this change the risk?" is not for
 * whoever called to answer.
 */
export async function recordCall(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  await writeRecord(context, actor, input, { kind: "call", on: help }, async (unit, recorded) => {
    const { row, record } = recorded;
    const at = whenOf(unit, record);
    const calling = await loadCalling(unit, row);
    const because = toExplain({ at, result: record.result, because: record.safeBecause }, ...asked(calling));
    if (because !== null) throw new Invalid({ safeBecause: because });
    await unit.tx
      .update(adviceEpisode)
      .set({ callAttempts: sql`${adviceEpisode.callAttempts} + 1` })
      .where(eq(adviceEpisode.pathwayId, row.id));
    const attempts = attemptsOf(calling.calls, context.settings);
    if (attempts.unreachable) await backWithTheManager(unit, actor, recorded, calling);
  });
}

/** Writes down how it is safe to call, for whoever calls next. */
export async function recordSafeCalling(
  context: Context,
  actor: StaffActor,
  input: Recording,
): Promise<void> {
  await writeRecord(context, actor, input, { kind: "safe-calling", on: help }, async () => undefined);
}

const asked = ({ safe, warned }: Calling) => [safe, warned] as const;

function whenOf(unit: Unit, { calledOn, calledAt }: Recorded<"call">["record"]): Date {
  if (calledOn === "") return unit.now;
  const at = localInstant(calledOn, calledAt);
  if (at > unit.now) throw new Invalid({ calledOn: "Enter a time that has passed" });
  return at;
}

async function backWithTheManager(
  unit: Unit,
  actor: StaffActor,
  { found, row }: Recorded<"call">,
  { calls }: Calling,
): Promise<void> {
  const { tried } = attemptsOf(calls, unit.context.settings);
  const when = calls.slice(-tried).map(({ at }) => dayAndTime(at));
  await giveBack(unit, actor, found, {
    version: row.version + 1,
    entryId: unit.context.newId(),
    reason: "unreachable",
    because: `${tried} calls without an answer: ${when.join(", ")}. Does this change the risk?`,
  });
}

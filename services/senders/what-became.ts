import { and, asc, eq, inArray, isNull, lte, min, sql } from "drizzle-orm";
import { challenge, feedback } from "#db/schema/pathways";
import { clock } from "#db/schema/decision";
import { organisation } from "#db/schema/directory";
import { senderQuestion } from "#db/schema/screening";
import { nextStage, type ChallengeOutcome } from "#domain/challenge";
import { cannotWait, isOwnCopy, mayReadOutcome, type CannotWait, type SentStage } from "#domain/sent";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { OpenedSent } from "./open-sent.ts";
import { stagesOf } from "./stages-of.ts";

export type SentPage = {
  reference: string;
  receivedAt: Date;
  decideBy: Date | null;
  stage: SentStage;
  /** What they must call about as well, until it is decided. */
  cannotWait: CannotWait | null;
  /** What was decided, in the words for them; null when it is told on the phone. */
  outcome: readonly string[] | null;
  questions: { id: string; text: string; answerBy: Date; answer: string | null }[];
  /** They can have a copy of what they wrote. */
  hasCopy: boolean;
  /** Another manager can still be asked. */
  mayDisagree: boolean;
  challenges: {
    stage: number;
    text: string;
    dueAt: Date;
    outcome: ChallengeOutcome | null;
    answer: string | null;
  }[];
};

/** What the sender of it is told. News that is shown counts as read. */
export async function whatBecame(unit: Unit, sent: OpenedSent): Promise<SentPage> {
  const { row } = sent;
  const key = await readDataKey(unit, "contact", row.id);
  const stage = (await stagesOf(unit, [row.id])).get(row.id)?.stage ?? "received";
  const [due] = await unit.tx
    .select({ at: min(clock.dueAt) })
    .from(clock)
    .where(and(eq(clock.contactId, row.id), eq(clock.kind, "decision")));
  return {
    ...{ reference: row.reference, receivedAt: row.receivedAt, decideBy: due?.at ?? null, stage },
    cannotWait: stage === "decided" ? null : cannotWait(row),
    outcome: (await isKnown(unit, sent)) ? await readNews(unit, row.id, key) : null,
    questions: await readQuestions(unit, row.id, key),
    hasCopy: isOwnCopy(row),
    ...(await readChallenges(unit, sent)),
  };
}

/** Whether the sender is known well enough to read what was decided. */
export async function isKnown({ tx }: Unit, { email, room }: OpenedSent): Promise<boolean> {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const found = await tx
    .select({ domains: organisation.emailDomains })
    .from(organisation)
    .where(and(eq(organisation.active, true), sql`${domain} = any(${organisation.emailDomains})`))
    .limit(1);
  const domains = found.flatMap((one) => one.domains);
  return mayReadOutcome({ email, domains, calledBack: room.calledBackAt !== null });
}

async function readNews({ tx, now }: Unit, contactId: string, key: Buffer): Promise<string[]> {
  const rows = await tx
    .select()
    .from(feedback)
    .where(and(eq(feedback.contactId, contactId), isNull(feedback.droppedAt), lte(feedback.availableAt, now)))
    .orderBy(asc(feedback.availableAt));
  const unread = rows.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  if (unread.length > 0) await tx.update(feedback).set({ readAt: now }).where(inArray(feedback.id, unread));
  const words = rows.map(({ id, content }) =>
    open<string>(key, { table: "feedback", row: id, column: "content" }, content),
  );
  // Brothers and sisters with the same decision bring the same words.
  return [...new Set(words)];
}

async function readQuestions({ tx }: Unit, contactId: string, key: Buffer) {
  const rows = await tx
    .select()
    .from(senderQuestion)
    .where(eq(senderQuestion.contactId, contactId))
    .orderBy(asc(senderQuestion.askedAt))
    .limit(50);
  const place = (row: string, column: string) => ({ table: "sender_question", row, column });
  return rows.map(({ id, content, answer, answerBy }) => ({
    ...{ id, answerBy, text: open<string>(key, place(id, "content"), content) },
    answer: answer && open<string>(key, place(id, "answer"), answer),
  }));
}

async function readChallenges(unit: Unit, { row, room }: OpenedSent) {
  const rows = await unit.tx
    .select()
    .from(challenge)
    .where(eq(challenge.contactId, row.id))
    .orderBy(asc(challenge.stage));
  const mayDisagree = nextStage(rows) !== null;
  if (rows.length === 0) return { challenges: [], mayDisagree };
  const key = await readDataKey(unit, "referrer", room.id);
  const place = (id: string, column: string) => ({ table: "challenge", row: id, column });
  const challenges = rows.map(({ id, stage, content, dueAt, outcome, answer }) => ({
    ...{ stage, dueAt, outcome, text: open<string>(key, place(id, "content"), content) },
    answer: answer && open<string>(key, place(id, "answer"), answer),
  }));
  return { challenges, mayDisagree };
}

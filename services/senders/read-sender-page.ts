import { and, asc, count, eq, isNull, lte } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { referrer } from "#db/schema/intake";
import { challenge, feedback } from "#db/schema/pathways";
import { senderQuestion } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { mayAnswerChallenge, type ChallengeOutcome } from "#domain/challenge";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { openContactPage, type ContactHead } from "../contacts/contact-head.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { decidersOf } from "./answer-challenge.ts";

export type SenderPage = {
  head: ContactHead;
  /** Says nothing of who they are: that is in a room of its own. */
  sender: { proven: boolean; calledBack: Date | null; canBeAsked: boolean };
  news: { unread: number; read: number; told: number };
  questions: {
    id: string;
    by: string;
    askedAt: Date;
    answerBy: Date;
    text: string;
    answer: string | null;
    answeredAt: Date | null;
  }[];
  challenges: {
    stage: number;
    raisedAt: Date;
    dueAt: Date;
    text: string;
    outcome: ChallengeOutcome | null;
    answer: string | null;
  }[];
  mayAnswer: boolean;
};

/** What passes between the hub and whoever sent a contact. */
export async function readSenderPage(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<SenderPage> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found, key } = await openContactPage(unit, actor, { reference, page: "sender" });
    if (!may(actor, "see-referrer", found.subject)) throw new Forbidden("see-referrer");
    const contactId = found.row.id;
    const [room] = await unit.tx.select().from(referrer).where(eq(referrer.contactId, contactId));
    return {
      head,
      sender: {
        proven: room?.verifiedAt != null,
        calledBack: room?.calledBackAt ?? null,
        canBeAsked: room?.canBeEmailed === true,
      },
      news: await countNews(unit, contactId),
      questions: await questionsOf(unit, contactId, key),
      challenges: room ? await challengesOf(unit, contactId, room.id) : [],
      mayAnswer: mayAnswerChallenge(actor, await decidersOf(unit, contactId)),
    };
  });
}

async function countNews({ tx, now }: Unit, contactId: string) {
  const rows = await tx
    .select({ readAt: feedback.readAt, toldAt: feedback.toldAt, n: count() })
    .from(feedback)
    .where(and(eq(feedback.contactId, contactId), isNull(feedback.droppedAt), lte(feedback.availableAt, now)))
    .groupBy(feedback.readAt, feedback.toldAt);
  const sum = (is: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(is).reduce((total, { n }) => total + n, 0);
  return {
    read: sum(({ readAt }) => readAt !== null),
    told: sum(({ readAt, toldAt }) => readAt === null && toldAt !== null),
    unread: sum(({ readAt, toldAt }) => readAt === null && toldAt === null),
  };
}

async function questionsOf({ tx }: Unit, contactId: string, key: Buffer) {
  const rows = await tx
    .select({ asked: senderQuestion, by: staff.name })
    .from(senderQuestion)
    .innerJoin(staff, eq(staff.id, senderQuestion.askedBy))
    .where(eq(senderQuestion.contactId, contactId))
    .orderBy(asc(senderQuestion.askedAt))
    .limit(50);
  const words = (row: string, column: string) => ({ table: "sender_question", row, column });
  return rows.map(({ by, asked: { id, askedAt, answerBy, answeredAt, content, answer } }) => ({
    ...{ id, by, askedAt, answerBy, answeredAt, text: open<string>(key, words(id, "content"), content) },
    answer: answer && open<string>(key, words(id, "answer"), answer),
  }));
}

async function challengesOf(unit: Unit, contactId: string, referrerId: string) {
  const rows = await unit.tx
    .select()
    .from(challenge)
    .where(eq(challenge.contactId, contactId))
    .orderBy(asc(challenge.stage));
  if (rows.length === 0) return [];
  const key = await readDataKey(unit, "referrer", referrerId);
  const words = (row: string, column: string) => ({ table: "challenge", row, column });
  return rows.map(({ id, stage, raisedAt, dueAt, outcome, content, answer }) => ({
    ...{ stage, raisedAt, dueAt, outcome, text: open<string>(key, words(id, "content"), content) },
    answer: answer && open<string>(key, words(id, "answer"), answer),
  }));
}

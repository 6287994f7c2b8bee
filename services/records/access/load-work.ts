import { eq, inArray } from "drizzle-orm";
import { addition } from "#db/schema/additions";
import { decision } from "#db/schema/decision";
import { feedback, pathway, pathwayEntry } from "#db/schema/pathways";
import { section47, strategyAction, strategyDiscussion, strategyInformation } from "#db/schema/strategy";
import {
  agencyQuestion,
  agencyReply,
  agencyRequest,
  enquiry,
  note,
  rating,
  recommendation,
} from "#db/schema/screening";
import type { Unit } from "../../unit-of-work.ts";

/** Every row that the hub and those after it wrote about a contact. */
export async function loadWork({ tx }: Unit, of: string) {
  const [additions, ratings, notes, enquiries, requests, recommended, decided, told, works, discussions] =
    await Promise.all([
      tx.select().from(addition).where(eq(addition.contactId, of)),
      tx.select().from(rating).where(eq(rating.contactId, of)),
      tx.select().from(note).where(eq(note.contactId, of)),
      tx.select().from(enquiry).where(eq(enquiry.contactId, of)),
      tx.select().from(agencyRequest).where(eq(agencyRequest.contactId, of)),
      tx.select().from(recommendation).where(eq(recommendation.contactId, of)),
      tx.select().from(decision).where(eq(decision.contactId, of)),
      tx.select().from(feedback).where(eq(feedback.contactId, of)),
      tx.select().from(pathway).where(eq(pathway.contactId, of)),
      tx.select().from(strategyDiscussion).where(eq(strategyDiscussion.contactId, of)),
    ]);
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const [replies, askedBack, entries, findings, information, actions] = await Promise.all([
    tx
      .select()
      .from(agencyReply)
      .where(inArray(agencyReply.requestId, idsOf(requests))),
    tx
      .select()
      .from(agencyQuestion)
      .where(inArray(agencyQuestion.requestId, idsOf(requests))),
    tx
      .select()
      .from(pathwayEntry)
      .where(inArray(pathwayEntry.pathwayId, idsOf(works))),
    tx
      .select()
      .from(section47)
      .where(inArray(section47.pathwayId, idsOf(works))),
    tx
      .select()
      .from(strategyInformation)
      .where(inArray(strategyInformation.discussionId, idsOf(discussions))),
    tx
      .select()
      .from(strategyAction)
      .where(inArray(strategyAction.discussionId, idsOf(discussions))),
  ]);
  return {
    ...{ additions, ratings, notes, enquiries, requests, recommended, decided, told, works },
    ...{ replies, askedBack, entries, findings, information, actions },
  };
}

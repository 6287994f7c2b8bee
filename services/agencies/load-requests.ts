import { asc, eq, inArray } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { agencyReply, agencyRequest } from "#db/schema/screening";
import type { ReplyContent } from "#domain/agency-reply";
import {
  isLate,
  requestStatusWords,
  type ReplyKind,
  type RequestBasis,
  type RequestContent,
} from "#domain/agency-request";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { countChases } from "./chase-requests.ts";
import { loadQuestions, type QuestionView } from "./load-questions.ts";
import { replyPlace, requestPlace } from "./request-place.ts";

export type ReplyView = ReplyContent & {
  id: string;
  kind: ReplyKind;
  complete: boolean;
  by: string;
  at: Date;
  /** Nobody of the hub had read it before. */
  isNew: boolean;
};

export type RequestView = RequestContent & {
  id: string;
  organisationId: string;
  organisation: string;
  basis: RequestBasis;
  askedBy: string;
  askedAt: Date;
  dueAt: Date;
  closedHow: ReplyKind | null;
  status: string;
  late: boolean;
  replies: ReplyView[];
  askedBack: QuestionView[];
};

/** What agencies were asked about a contact and what they said, in the order in which they were asked. */
export async function loadRequests(unit: Unit, contactId: string, key: Buffer): Promise<RequestView[]> {
  const rows = await unit.tx
    .select({ row: agencyRequest, organisation: organisation.name, by: staff.name })
    .from(agencyRequest)
    .innerJoin(organisation, eq(organisation.id, agencyRequest.organisationId))
    .leftJoin(staff, eq(staff.id, agencyRequest.askedBy))
    .where(eq(agencyRequest.contactId, contactId))
    .orderBy(asc(agencyRequest.askedAt), asc(organisation.name));
  const ids = rows.map(({ row }) => row.id);
  const [replies, chases, questions] = await Promise.all([
    loadReplies(unit, ids, key),
    countChases(unit, ids),
    loadQuestions(unit, ids, key),
  ]);
  return rows.map(({ row, organisation: name, by }) => {
    const theirs = replies.get(row.id) ?? [];
    const parts = theirs.filter(({ complete }) => !complete).length;
    const state = { ...row, parts, chased: chases.get(row.id) ?? 0 };
    const { id, basis, askedAt, dueAt, closedHow } = row;
    return {
      ...open<RequestContent>(key, requestPlace(id), row.content),
      ...{
        id,
        organisationId: row.organisationId,
        organisation: name,
        basis,
        askedAt,
        dueAt,
        closedHow,
        replies: theirs,
      },
      askedBack: questions.get(id) ?? [],
      askedBy: by ?? "Somebody",
      status: requestStatusWords(state, unit.now),
      late: isLate(row, unit.now),
    };
  });
}

/** The replies to these requests, by request, in the order in which they came. */
export async function loadReplies(
  { tx }: Unit,
  requestIds: readonly string[],
  key: Buffer,
): Promise<Map<string, ReplyView[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await tx
    .select({ row: agencyReply, by: staff.name })
    .from(agencyReply)
    .leftJoin(staff, eq(staff.id, agencyReply.repliedBy))
    .where(inArray(agencyReply.requestId, [...requestIds]))
    .orderBy(asc(agencyReply.repliedAt), asc(agencyReply.id));
  const found = new Map<string, ReplyView[]>();
  for (const { row, by } of rows) {
    const { id, kind, complete, repliedAt: at } = row;
    const said = open<ReplyContent>(key, replyPlace(id), row.content);
    const view = { ...said, id, kind, complete, at, by: by ?? "Somebody", isNew: row.seenAt === null };
    found.set(row.requestId, [...(found.get(row.requestId) ?? []), view]);
  }
  return found;
}

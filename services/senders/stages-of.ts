import { sql } from "drizzle-orm";
import { sentStage, type SentStage } from "#domain/sent";
import type { ChildState } from "#domain/contact";
import type { Rating } from "#domain/rating";
import type { Unit } from "../unit-of-work.ts";

export type Standing = {
  stage: SentStage;
  /** Something was decided and they have not read it. */
  news: boolean;
  /** The hub asked them something and waits. */
  asked: boolean;
};

/** Where contacts stand for their sender, by id. */
export async function stagesOf({ tx, now }: Unit, ids: readonly string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{
    id: string;
    rating: Rating | null;
    held: boolean;
    children: ChildState[];
    news: boolean;
    asked: boolean;
  }>(sql`
    select contact.id, contact.rating, hold.holder_id is not null as held,
      (select coalesce(array_agg(child.state::text), '{}') from contact_child child
        where child.contact_id = contact.id and child.standing = 'subject') as children,
      exists (select from feedback where feedback.contact_id = contact.id and feedback.read_at is null
        and feedback.dropped_at is null and feedback.available_at <= ${now.toISOString()}) as news,
      exists (select from sender_question asked where asked.contact_id = contact.id and asked.answered_at is null) as asked
    from contact join hold on hold.contact_id = contact.id
    where contact.id = any(${sql.param([...ids])}::uuid[])`);
  return new Map(rows.map(({ id, news, asked, ...facts }) => [id, { stage: sentStage(facts), news, asked }]));
}

import type postgres from "postgres";
import type { TeamPurpose } from "#domain/organisation";
import type { Case } from "./case.ts";
import type { Post } from "./post.ts";
import type { World } from "./world.ts";

/** A promise of the machine, and where it was broken. */
export type Promised = { what: string; broken: string[] };

type Row = { line: string };

/**
 * What has to be true at the end, asked of the tables in words of this file's own: nothing here uses the rules that made
 * them.
 */
const questions: Record<string, (owner: postgres.Sql) => Promise<Row[]>> = {
  "children without a decision that stands": (owner) => owner<Row[]>`
    select k.id::text as line from contact_child k
    where (select count(*) from decision d where d.contact_child_id = k.id
      and not exists (select from decision later where later.supersedes_id = d.id)) <> 1`,
  "decisions that stand without exactly their one piece of work": (owner) => owner<Row[]>`
    select d.id || ' ' || d.outcome as line from decision d left join pathway p on p.decision_id = d.id
    where not exists (select from decision later where later.supersedes_id = d.id)
    group by d.id having count(p.id) <> case when d.outcome = 'information_only' then 0 else 1 end`,
  "work of the wrong kind for its decision": (owner) => owner<Row[]>`
    select p.id || ' ' || p.kind as line from pathway p join decision d on d.id = p.decision_id
    where p.kind::text <> case d.outcome::text when 'advice' then 'advice_episode' when 'family_caf' then 'caf_redirect'
      when 'assessment' then 'social_work_referral' when 'strategy_discussion' then 'strategy_discussion'
      when 'transfer' then 'transfer' when 'already_open' then 'case_notice' else 'none' end`,
  "children with two pieces of open work": (owner) => owner<Row[]>`
    select p.contact_child_id::text as line from pathway p
    where p.closed_at is null and p.kind <> 'strategy_discussion'
    group by p.contact_child_id having count(*) > 1`,
  "open work that neither a team, a person nor the hub has": (owner) => owner<Row[]>`
    select p.id || ' ' || p.kind || ' ' || p.state as line from pathway p
    where p.closed_at is null and p.state in ('accepted', 'active') and p.owner_id is null
      and p.kind in ('advice_episode', 'caf_redirect', 'social_work_referral')`,
  "work that ended without what ends it": (owner) => owner<Row[]>`
    select p.id || ' ' || p.kind || ' ' || coalesce(e.because, 'nothing') as line
    from pathway p left join lateral (
      select facts->>'because' as because from audit_event
      where subject_id = p.id and kind = 'pathway.closed' order by recorded_at desc limit 1) e on true
    where p.closed_at is not null and not case e.because
      when 'superseded' then p.kind <> 'strategy_discussion'
        and exists (select from decision later where later.supersedes_id = p.decision_id)
      when 'advice-given' then p.kind = 'advice_episode' and exists (select from pathway_entry where pathway_id = p.id and kind = 'advice')
      when 'family-contacted' then p.kind = 'caf_redirect' and p.accepted_at is not null
        and exists (select from pathway_entry where pathway_id = p.id and kind = 'family-contact')
      when 'ended-without-assessment' then p.kind = 'social_work_referral' and p.accepted_at is not null
        and exists (select from pathway_entry where pathway_id = p.id and kind = 'ended-without-assessment')
      when 'receipt-confirmed' then p.kind = 'transfer' and exists (select from transfer t where t.pathway_id = p.id and t.receipt_confirmed_at is not null)
      when 'acknowledged' then p.kind = 'case_notice' and exists (select from case_notice c where c.pathway_id = p.id and c.acknowledged_at is not null)
      else false end`,
  "work that ended twice": (owner) => owner<Row[]>`
    select subject_id::text as line from audit_event closed where kind = 'pathway.closed'
    group by subject_id
    having count(*) > 1 + (select count(*) from pathway_entry asked
      where asked.pathway_id = closed.subject_id and asked.kind = 'did-it-start')`,
  "superseded decisions whose work goes on": (owner) => owner<Row[]>`
    select p.id || ' ' || p.kind as line from pathway p
    where p.closed_at is null and p.kind <> 'strategy_discussion'
      and exists (select from decision later where later.supersedes_id = p.decision_id)`,
  "decision clocks that something else than the child's first decision stopped": (owner) => owner<Row[]>`
    select c.id::text as line from clock c
    where c.kind = 'decision' and not exists (select from decision d where d.id = c.stopped_by_id
      and d.contact_child_id = c.contact_child_id and d.supersedes_id is null and d.decided_at = c.stopped_at)`,
  "acceptance clocks that stopped without acceptance, or run after it": (owner) => owner<Row[]>`
    select c.id || ' ' || p.state as line from clock c join pathway p on p.id = c.pathway_id
    where c.kind = 'accept' and case when p.closed_at is null
      then (c.stopped_at is null) <> (p.accepted_at is null) else c.stopped_at is null end`,
  "clocks that run for work that is over": (owner) => owner<Row[]>`
    select c.id || ' ' || c.kind as line from clock c join pathway p on p.id = c.pathway_id
    where c.stopped_at is null and p.closed_at is not null and c.kind <> 'conference'`,
  "clocks that were stopped before they began, or moved": (owner) => owner<Row[]>`
    select id::text as line from clock where stopped_at < started_at or due_at < started_at`,
  "decisions without news for the sender": (owner) => owner<Row[]>`
    select d.id::text as line from decision d
    where not exists (select from feedback f where f.decision_id = d.id)`,
  "news of a decision that was replaced before it went out": (owner) => owner<Row[]>`
    select f.id::text as line from feedback f join decision later on later.supersedes_id = f.decision_id
    where later.decided_at < f.available_at and f.dropped_at is null`,
  "work that is still owed": (owner) => owner<Row[]>`
    select kind || ' ' || coalesce(last_problem, '') as line from outbox where done_at is null`,
  "what the hourly look found": (owner) => owner<Row[]>`
    select kind || ' ' || contact_child_id as line from unowned where mended_at is null`,
};

export async function verify(world: World, post: Post, cases: readonly Case[]): Promise<Promised[]> {
  const asked = await Promise.all(
    Object.entries(questions).map(async ([what, ask]) => ({
      what,
      broken: (await ask(world.owner)).map(({ line }) => line),
    })),
  );
  return [...asked, ...verifyPost(world, post, cases)];
}

/** Which inboxes may hear of what; whoever works there may be told everything that their team is. */
const heardBy: Partial<Record<string, readonly TeamPurpose[]>> = {
  "family-waiting": ["advice", "family_caf", "hub"],
  "referral-waiting": ["social_work"],
  "work-returned": ["hub"],
  "transfer-to-confirm": ["hub"],
  "case-information": ["hub", "social_work"],
  "red-contact": ["hub"],
  "recommendation-waiting": ["hub"],
};

function verifyPost({ inboxes }: World, post: Post, cases: readonly Case[]): Promised[] {
  const senders = new Map(cases.map(({ sender, contact }) => [sender, contact.reference]));
  const seen = new Set<string>();
  const [twice, astray]: [string[], string[]] = [[], []];
  for (const { id, to, said } of post.taken) {
    if (seen.has(id) && !post.unsure.has(id)) twice.push(`${said.kind} to ${to}`);
    seen.add(id);
    const reference = "facts" in said && "reference" in said.facts ? said.facts.reference : null;
    const sentBy = senders.get(to);
    const inbox = inboxes.get(to);
    const may = heardBy[said.kind];
    if (sentBy !== undefined && sentBy !== reference)
      astray.push(`${said.kind} about another contact to ${to}`);
    if (may && (inbox === undefined || !may.includes(inbox))) astray.push(`${said.kind} to ${to}`);
    if (["contact-received", "decision-made"].includes(said.kind) && sentBy === undefined)
      astray.push(`${said.kind} to ${to}`);
  }
  return [
    { what: "emails that went twice", broken: twice },
    { what: "emails that went to a wrong address", broken: astray },
  ];
}

import type { StaffActor } from "#domain/actor";
import type { MatchFact } from "#domain/match-facts";
import { matchBands, type MatchBand } from "#domain/matching";
import type { Context } from "../context.ts";
import { isSubject } from "../decisions/load-household.ts";
import { loadCases, type Cases } from "../open-cases/load-cases.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openContactPage, type ContactHead } from "./contact-head.ts";
import { loadCandidates, type DescribedChild } from "./load-candidates.ts";
import { loadEarlier, type EarlierView } from "./load-earlier.ts";
import { loadRelations, type Relations } from "./load-relations.ts";
import { loadNewer, type Newer } from "./load-newer.ts";
import { loadMatchAnswers, type AnswerOnRecord, type MatchAnswer } from "./load-match-answers.ts";

export type MatchView = {
  id: string;
  band: MatchBand;
  facts: readonly MatchFact[];
  /** What this contact says about the child, and what the earlier one said. */
  here: DescribedChild;
  there: DescribedChild;
  earlier: { reference: string; receivedAt: Date };
  /** What a person said about it and what stands; null while nobody has. */
  answer: MatchAnswer | null;
  /** What somebody said before and took back, where nothing stands. */
  takenBack: AnswerOnRecord | null;
};

export type Matches = {
  head: ContactHead;
  /** Null while nobody has looked yet. */
  checkedAt: Date | null;
  /** More may be like these children than were compared in full. */
  cut: boolean;
  /** Strongest first, newest first within a band. */
  matches: MatchView[];
  /** What came after this contact and may be about the same children. */
  newer: Newer;
  history: EarlierView[];
  moreHistory: number;
  /** Brothers, sisters and adults in other contacts. */
  relations: Relations;
  open: Cases;
};

/** Who the children of a contact may be already, in bands and facts. Nothing merges by itself. */
export async function readMatches(context: Context, actor: StaffActor, reference: string): Promise<Matches> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found, key } = await openContactPage(unit, actor, { reference, page: "matches" });
    const { row } = found;
    const subjects = head.children.filter(isSubject).map(({ id }) => id);
    const [candidates, answers, newer, earlier, open] = await Promise.all([
      loadCandidates(unit, actor, { contactId: row.id, addressSecret: head.addressSecret }),
      loadMatchAnswers(unit, row.id),
      loadNewer(unit, actor, row.id),
      loadEarlier(unit, actor, { contactId: row.id, receivedAt: row.receivedAt, childIds: subjects }),
      loadCases(unit, actor, { contactId: row.id, key, childIds: subjects }),
    ]);
    const relations = await loadRelations(unit, actor, {
      contactId: row.id,
      known: new Set(candidates.map(({ there }) => there.id)),
    });
    await unit.audit({
      kind: "list.viewed",
      contactId: row.id,
      facts: { list: "matches", resultIds: [...new Set(candidates.map(({ there }) => there.id))] },
    });
    return {
      head,
      checkedAt: row.matchedAt,
      cut: row.matchesCut,
      matches: candidates
        .map((one) => {
          const said = answers.get(one.id) ?? null;
          const stands = said?.ended === null;
          return { ...one, answer: stands ? said : null, takenBack: stands ? null : said };
        })
        .sort(
          (a, b) =>
            matchBands.indexOf(a.band) - matchBands.indexOf(b.band) ||
            b.earlier.receivedAt.getTime() - a.earlier.receivedAt.getTime(),
        ),
      newer,
      history: earlier.contacts,
      moreHistory: earlier.more,
      open,
      relations,
    };
  });
}

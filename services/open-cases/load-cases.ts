import type { StaffActor } from "#domain/actor";
import { isOpenSocialWork } from "#domain/open-case";
import type { ListedCase } from "#domain/open-case-list";
import type { MatchFact } from "#domain/match-facts";
import type { MatchBand } from "#domain/matching";
import { describeContact } from "../contacts/describe-children.ts";
import type { MatchAnswer } from "../contacts/load-match-answers.ts";
import type { Unit } from "../unit-of-work.ts";
import { findCases, openCases, type FoundCase, type OpenedCase } from "./find-cases.ts";
import { caseAnswers, confirmedCases, standingList } from "./what-was-said.ts";

/** An open case that is, or may be, a child's of this contact. Where the child lives is only told as a fact that fits. */
export type CaseView = Pick<ListedCase, "firstName" | "lastName" | "dateOfBirth"> &
  Pick<ListedCase, "worker" | "manager" | "team"> & {
    id: string;
    childId: string;
    caseNumber: string;
    status: string;
    socialWork: boolean;
    asAt: Date;
    /** Null where only a person says so. */
    band: MatchBand | null;
    facts: readonly MatchFact[];
    /** A person said that this child is the child of the case, here or of another contact. */
    confirmed: boolean;
    /** What was said here; null while nobody has. */
    answer: MatchAnswer | null;
  };

export type Cases = {
  cases: CaseView[];
  /** As at when the list is; null where none was ever loaded. */
  listAsAt: Date | null;
  stale: boolean;
};

type About = { contactId: string; key: Buffer; childIds: readonly string[] };

/** The open cases of the children of a contact: those that people confirmed, then those that may be, the surest first. */
export async function loadCases(
  unit: Unit,
  actor: StaffActor,
  { contactId, key, childIds }: About,
): Promise<Cases> {
  const described = await describeContact(unit, contactId);
  const [found, confirmed, answers, list] = await Promise.all([
    findCases(
      unit,
      actor,
      described.filter(({ id }) => childIds.includes(id)),
    ),
    confirmedCases(unit, childIds),
    caseAnswers(unit, contactId, key),
    standingList(unit),
  ]);
  const isConfirmed = (childId: string, caseId: string) =>
    confirmed.some((one) => one.childId === childId && one.caseId === caseId);
  const shown = [
    ...found,
    ...(await onlySaid(
      unit,
      confirmed.filter(({ childId, caseId }) => !found.some((one) => isOf(one, childId, caseId))),
    )),
  ];
  const cases = shown.map((one) =>
    viewOf(one, isConfirmed(one.childId, one.row.id), answers.get(`${one.childId} ${one.row.id}`) ?? null),
  );
  return { cases: cases.sort((a, b) => Number(b.confirmed) - Number(a.confirmed)), ...list };
}

const isOf = (one: FoundCase, childId: string, caseId: string) =>
  one.childId === childId && one.row.id === caseId;

type Said = OpenedCase & { childId: string; band: null; facts: [] };

async function onlySaid(unit: Unit, pairs: readonly { childId: string; caseId: string }[]): Promise<Said[]> {
  const opened = await openCases(
    unit,
    pairs.map(({ caseId }) => caseId),
  );
  return pairs.flatMap(({ childId, caseId }): Said[] => {
    const one = opened.get(caseId);
    return one ? [{ ...one, childId, band: null, facts: [] }] : [];
  });
}

function viewOf(
  { row, said, childId, band, facts }: FoundCase | Said,
  confirmed: boolean,
  answer: MatchAnswer | null,
): CaseView {
  return {
    ...{ id: row.id, childId, caseNumber: row.caseNumber, status: row.status, asAt: row.asAt },
    ...{ firstName: said?.firstName ?? null, lastName: said?.lastName ?? null },
    ...{ dateOfBirth: said?.dateOfBirth ?? null, worker: said?.worker ?? null },
    ...{ manager: said?.manager ?? null, team: said?.team ?? null },
    socialWork: isOpenSocialWork(row.status),
    ...{ band, facts, confirmed, answer },
  };
}

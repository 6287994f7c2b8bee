import { insertRows } from "#db/insert-rows";
import { adviceEpisode, cafRedirect, caseNotice, socialWorkReferral, transfer } from "#db/schema/pathways";
import type { Records } from "#domain/decision";
import type { Outcome } from "#domain/outcome";
import type { PathwayKind } from "#domain/pathway";
import { localDate } from "#domain/time-words";
import type { Unit } from "../unit-of-work.ts";
import { callDiscussion } from "./call-discussion.ts";
import type { NewPathway } from "./new-pathway.ts";

/** The record of the outcome that made this pathway; each kind is made by one outcome alone. */
const recordOf = <O extends Outcome>({ decision }: NewPathway, _outcome: O) =>
  decision.content.record as Records[O];

/** What each kind of work keeps beside the pathway itself. */
export const writeDetails: Record<
  PathwayKind,
  (unit: Unit, made: NewPathway, openCaseId: string | null) => Promise<unknown>
> = {
  advice_episode: ({ tx }, { id }) => insertRows(tx, adviceEpisode, [{ pathwayId: id }]),

  caf_redirect: ({ tx }, made) => {
    const { agreement, agreedOn, askFirstBy } = recordOf(made, "family_caf");
    const familyAgreedOn = agreement === "yes" && agreedOn !== "" ? agreedOn : null;
    const familyAskedBy = familyAgreedOn === null && askFirstBy !== "" ? askFirstBy : null;
    return insertRows(tx, cafRedirect, [{ pathwayId: made.id, familyAgreedOn, familyAskedBy }]);
  },

  social_work_referral: ({ tx }, made) =>
    insertRows(tx, socialWorkReferral, [
      {
        pathwayId: made.id,
        referredOn: localDate(made.decision.at),
        sourceCode: made.contact.sourceCode,
        needCode: recordOf(made, "assessment").primaryNeed,
      },
    ]),

  strategy_discussion: callDiscussion,

  transfer: ({ tx }, made) =>
    insertRows(tx, transfer, [
      { pathwayId: made.id, receivingAuthority: recordOf(made, "transfer").receivingCouncil },
    ]),

  case_notice: ({ tx }, { id }, openCaseId) => insertRows(tx, caseNotice, [{ pathwayId: id, openCaseId }]),
};

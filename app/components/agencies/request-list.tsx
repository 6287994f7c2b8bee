import { requestBasisWords, shareWords, notToldWords } from "#domain/agency-request";
import { nearDayAndTime } from "#domain/time-words";
import type { RequestView } from "#services/agencies/load-requests";
import { Details } from "../govuk/details.tsx";
import { AskedBack, type Answering } from "./asked-back.tsx";
import { ReplyList } from "./reply-list.tsx";

type RequestListProps = {
  requests: readonly RequestView[];
  asAt: Date;
  /** How questions of agencies are answered here; left out for whoever cannot. */
  answering: Answering | undefined;
};

/** What each agency was asked, where that stands, and what it said. */
export function RequestList({ requests, asAt, answering }: RequestListProps) {
  if (requests.length === 0)
    return <p className="govuk-body">No agency has been asked about this contact yet.</p>;
  return (
    <ul className="govuk-list app-notes">
      {requests.map((request) => (
        <li className="app-notes__note" key={request.id}>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
            {request.organisation}: {request.status}
            {request.late && (
              <>
                {" "}
                <strong className="govuk-tag govuk-tag--red">Late</strong>
              </>
            )}
          </h3>
          <p className="govuk-body-s govuk-!-margin-bottom-1">
            Asked {nearDayAndTime(request.askedAt, asAt)} by {request.askedBy}. Reply by{" "}
            {nearDayAndTime(request.dueAt, asAt)}.
          </p>
          <ReplyList replies={request.replies} asAt={asAt} />
          <AskedBack questions={request.askedBack} asAt={asAt} answering={answering} />
          <Details summary={`What ${request.organisation} was asked`}>
            <p className="govuk-body">
              {request.people.map(({ name, birth }) => `${name}, ${birth}`).join("; ")}
            </p>
            <p className="govuk-body app-written">{request.worry}</p>
            <p className="govuk-body app-written">{request.questions}</p>
            <ul className="govuk-list govuk-list--bullet">
              <li>{requestBasisWords[request.basis]}</li>
              <li>
                {request.familyTold
                  ? "The family was told that we ask."
                  : `The family was not told: ${request.notToldBecause === null ? "no reason is kept" : notToldWords[request.notToldBecause]}.`}
              </li>
              <li>{shareWords[request.share]}.</li>
              <li>Why it is proportionate: {request.proportionate}</li>
              {request.managersReason !== null && (
                <li>Why without the family’s agreement: {request.managersReason}</li>
              )}
            </ul>
          </Details>
        </li>
      ))}
    </ul>
  );
}

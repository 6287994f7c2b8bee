import { requestBasisWords, shareWords } from "#domain/agency-request";
import { formatReference } from "#domain/reference";
import { nearDayAndTime } from "#domain/time-words";
import type { RequestForAgency } from "#services/agencies/read-request";
import { formState, problemsShown } from "../../http/admin-form.ts";
import type { RefusedEntry } from "../../http/refused-entry.ts";
import { InsetText } from "../govuk/inset-text.tsx";
import { NotificationBanner } from "../govuk/notification-banner.tsx";
import { ClockWords } from "../hub/clock-words.tsx";
import { RatingTag } from "../hub/rating-tag.tsx";
import { SafeContact } from "../pathways/safe-contact.tsx";
import { FormProblems } from "../public/form-problems.tsx";
import { AskedBack } from "./asked-back.tsx";
import { NoTraceForm } from "./no-trace-form.tsx";
import { AskBack, NotOurs, NotSharing, WeKnowThem } from "./reply-forms.tsx";
import { ReplyList } from "./reply-list.tsx";

type RequestPageProps = {
  view: RequestForAgency;
  again: RefusedEntry | undefined;
  done: "part" | "asked" | null;
};

const doneWords = {
  part: "This part is sent. Send the rest when you have it.",
  asked: "Your question is sent. The answer comes here.",
};

/** Whom it is about, by when, what is asked, and the four answers. */
export function RequestPage({ view, again, done }: RequestPageProps) {
  const { id, formKey, systems } = view;
  // The key of the form that was refused: what is sent again asks for the same row.
  const key = typeof again?.typed["formKey"] === "string" ? again.typed["formKey"] : formKey;
  const form = (name: string) => formState(name, again);
  return (
    <>
      <FormProblems problems={problemsShown(again)} />
      {done !== null && again === undefined && (
        <NotificationBanner type="success">{doneWords[done]}</NotificationBanner>
      )}
      <span className="govuk-caption-l">What your agency is asked</span>
      <h1 className="govuk-heading-l">{formatReference(view.reference)}</h1>
      <div className="app-work-head">
        <RatingTag rating={view.rating} />
        {view.closedHow === null ? (
          <ClockWords label="Reply by" face={view.due} />
        ) : (
          <span>{view.status}</span>
        )}
        <span>
          Asked by {view.askedBy}, {nearDayAndTime(view.askedAt, view.asAt)}
        </span>
      </div>
      <h2 className="govuk-heading-m">Whom it is about</h2>
      <ul className="govuk-list govuk-list--bullet">
        {view.people.map(({ name, birth, address }) => (
          <li key={`${name} ${birth}`}>
            <strong>{name}</strong>, {birth}
            {address !== null && `, ${address}`}
          </li>
        ))}
      </ul>
      <p className="govuk-body app-written">
        <strong>The worry:</strong> {view.worry}
      </p>
      <h2 className="govuk-heading-m">What is asked</h2>
      <p className="govuk-body app-written">{view.questions}</p>
      <InsetText>
        {view.familyTold
          ? "The family knows that you are asked. "
          : "The family does not know that you are asked: do not speak to them about it. "}
        {shareWords[view.share]}. {requestBasisWords[view.basis]}.
      </InsetText>
      <SafeContact safeContact={view.safeContact} />
      {view.replies.length > 0 && <h2 className="govuk-heading-m">What your agency has answered</h2>}
      <ReplyList replies={view.replies} asAt={view.asAt} />
      <AskedBack questions={view.askedBack} asAt={view.asAt} answering={undefined} />
      {view.closedHow === null && (
        <>
          <h2 className="govuk-heading-m">You find nothing</h2>
          <NoTraceForm {...{ id, systems }} formKey={key} form={form("no_trace")} suffix="no_trace" />
          <WeKnowThem id={id} formKey={key} form={form("known")} />
          <NotSharing id={id} formKey={key} form={form("not_sharing")} />
          <AskBack id={id} formKey={key} form={form("ask_back")} />
          <NotOurs id={id} formKey={key} form={form("wrong_agency")} />
        </>
      )}
    </>
  );
}

import { formatReference } from "#domain/reference";
import { invitedRoleWords } from "#domain/strategy-invitation";
import { nearDayAndTime } from "#domain/time-words";
import type { DiscussionView } from "#services/strategy/read-discussion";
import type { DiscussionAgain } from "../../http/change-discussion.ts";
import { href } from "../../href.ts";
import { InsetText } from "../govuk/inset-text.tsx";
import { NotificationBanner } from "../govuk/notification-banner.tsx";
import { WarningText } from "../govuk/warning-text.tsx";
import { ClockWords } from "../hub/clock-words.tsx";
import { RatingTag } from "../hub/rating-tag.tsx";
import { Changes } from "../pathways/changes.tsx";
import { SafeContact } from "../pathways/safe-contact.tsx";
import { discussionWords, missingWords } from "./discussion-forms.ts";
import { Addenda, Agreement } from "./discussion-agreement.tsx";
import { Actions, Attendance, Children, Information, Meetings } from "./discussion-parts.tsx";
import { DiscussionWork } from "./discussion-work.tsx";

type DiscussionPageProps = {
  view: DiscussionView;
  again: DiscussionAgain | undefined;
  done: keyof typeof discussionWords | null;
  asAt: Date;
  /** May open the contact that it is about. */
  readsContact: boolean;
};

/** Who is called and by when, who is there, what to do now, then everything that was said. */
export function DiscussionPage({ view, again, done, asAt, readsContact }: DiscussionPageProps) {
  const mine = view.attendance.find((one) => one.mine)?.id;
  return (
    <>
      {done !== null && <NotificationBanner type="success">{discussionWords[done].done}</NotificationBanner>}
      <Changes again={again} />
      <span className="govuk-caption-l">Strategy discussion {view.ordinal}</span>
      <h1 className="govuk-heading-l">{view.children.map(({ name }) => name).join(", ")}</h1>
      <div className="app-work-head">
        <RatingTag rating={view.rating} />
        <span>{stateWords(view, asAt)}</span>
        <span>{view.chair === null ? "Nobody chairs it yet" : `Chair: ${view.chair}`}</span>
        {readsContact ? (
          <a className="govuk-link" href={href("hub.contact", { reference: view.reference })}>
            Contact {formatReference(view.reference)}
          </a>
        ) : (
          <span>{formatReference(view.reference)}</span>
        )}
      </div>
      {view.others.length > 0 && (
        <ul className="govuk-list">
          {view.others.map(({ id, ordinal, heldAt }) => (
            <li key={id}>
              <a className="govuk-link" href={href("strategy.discussion", { id })}>
                Discussion {ordinal}
              </a>
              , {heldAt === null ? "to be held" : `held ${nearDayAndTime(heldAt, asAt)}`}
            </li>
          ))}
        </ul>
      )}
      {view.heldAt === null && (
        <div className="app-work-clocks">
          <ClockWords label="Hold it by" face={view.hold} />
        </div>
      )}
      <Missing view={view} />
      {view.joining !== null && view.heldAt === null && (
        <InsetText>
          <strong>How to join</strong>
          <span className="app-written app-attendance__answer">{view.joining}</span>
        </InsetText>
      )}
      <SafeContact safeContact={view.safeContact} />
      <h2 className="govuk-heading-m">Who takes part</h2>
      <Attendance view={view} />
      <h2 className="govuk-heading-m">Actions</h2>
      <Actions view={view} again={again} mayEnd={(id) => view.can.chair || (view.can.reply && id === mine)} />
      <h2 className="govuk-heading-m">What to do</h2>
      <DiscussionWork view={view} again={again} />
      <h2 className="govuk-heading-m">The children</h2>
      <Children view={view} again={again} />
      <h2 className="govuk-heading-m">What each organisation knows</h2>
      <Information view={view} />
      {view.meetings.length > 0 && <h2 className="govuk-heading-m">The record</h2>}
      <Meetings view={view} />
      <Agreement view={view} />
      <Addenda view={view} />
    </>
  );
}

/** In the first five seconds: without whom nothing can be found. */
function Missing({ view }: Pick<DiscussionPageProps, "view">) {
  if (view.missing.length === 0)
    return view.heldAt === null ? (
      <p className="govuk-body">
        <strong>Social care, the police and health come.</strong>
      </p>
    ) : null;
  const missing = view.missing.map((role) => invitedRoleWords[role]).join(" and ");
  return (
    <WarningText>
      {view.heldAt === null ? missingWords(view.missing) : `Held without ${missing}`}. Without them it can
      protect the children and meet again, and find nothing.
    </WarningText>
  );
}

function stateWords({ heldAt, lockedAt, meetingAt }: DiscussionView, asAt: Date): string {
  if (heldAt !== null)
    return `Held ${nearDayAndTime(heldAt, asAt)}, ${lockedAt === null ? "record not locked" : "record locked"}`;
  return meetingAt === null ? "No time is set yet" : `Starts ${nearDayAndTime(meetingAt, asAt)}`;
}

import { formatReference } from "#domain/reference";
import { nearDayAndTime } from "#domain/time-words";
import type { DiscussionView } from "#services/strategy/read-discussion";
import type { DiscussionAgain } from "../../http/change-discussion.ts";
import { href } from "../../href.ts";
import { NotificationBanner } from "../govuk/notification-banner.tsx";
import { ClockWords } from "../hub/clock-words.tsx";
import { RatingTag } from "../hub/rating-tag.tsx";
import { Changes } from "../pathways/changes.tsx";
import { SafeContact } from "../pathways/safe-contact.tsx";
import { Select } from "../govuk/select.tsx";
import {
  actionFields,
  answerFields,
  arrangeFields,
  discussionWords,
  informFields,
} from "./discussion-forms.ts";
import { askedIn, DiscussionForm } from "./discussion-form.tsx";
import { Actions, Attendance, Children, Information, Meetings } from "./discussion-parts.tsx";
import { RecordForm } from "./record-form.tsx";

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
      <span className="govuk-caption-l">Strategy discussion</span>
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
      {view.heldAt === null && (
        <div className="app-work-clocks">
          <ClockWords label="Hold it by" face={view.hold} />
        </div>
      )}
      <SafeContact safeContact={view.safeContact} />
      <h2 className="govuk-heading-m">Who takes part</h2>
      <Attendance view={view} />
      <h2 className="govuk-heading-m">What to do</h2>
      <Forms view={view} again={again} />
      <h2 className="govuk-heading-m">The children</h2>
      <Children view={view} />
      <h2 className="govuk-heading-m">What each organisation knows</h2>
      <Information view={view} />
      <h2 className="govuk-heading-m">Actions</h2>
      <Actions view={view} mayFinish={(id) => view.can.chair || (view.can.reply && id === mine)} />
      {view.meetings.length > 0 && <h2 className="govuk-heading-m">The record</h2>}
      <Meetings view={view} />
    </>
  );
}

function stateWords({ heldAt, meetingAt }: DiscussionView, asAt: Date): string {
  if (heldAt !== null) return `Held ${nearDayAndTime(heldAt, asAt)}`;
  return meetingAt === null ? "No time is set yet" : `Starts ${nearDayAndTime(meetingAt, asAt)}`;
}

function Forms({ view, again }: Pick<DiscussionPageProps, "view" | "again">) {
  const { can, lockedAt, attendance } = view;
  const organisations = attendance.map(({ id, name }) => ({ value: id, label: name }));
  const open = lockedAt === null;
  const answered = attendance.some((one) => one.mine && one.answer !== null);
  if (!can.chair && !can.reply)
    return <p className="govuk-body">Those who take part write on this. You can read it.</p>;
  return (
    <>
      {can.reply && open && (
        <DiscussionForm name="answer" view={view} again={again} fields={answerFields} open={!answered} />
      )}
      {can.chair && open && (
        <DiscussionForm
          name="arrange"
          view={view}
          again={again}
          fields={arrangeFields}
          options={{ chairId: view.chairs.map(({ id, name }) => ({ value: id, label: name })) }}
          open={view.meetingAt === null}
        />
      )}
      <DiscussionForm
        name="inform"
        title={can.chair ? undefined : "Say what your organisation knows"}
        view={view}
        again={again}
        fields={informFields}
        before={can.chair ? <WhoseInformation again={again} items={organisations} /> : undefined}
      />
      {can.chair && (
        <DiscussionForm
          name="action"
          view={view}
          again={again}
          fields={actionFields}
          options={{ organisationId: organisations }}
        />
      )}
      {can.chair && open && <RecordForm view={view} again={again} />}
    </>
  );
}

type WhoseProps = { again: DiscussionAgain | undefined; items: readonly { value: string; label: string }[] };

/** Whoever chairs writes down what an organisation said; a partner speaks for their own alone. */
function WhoseInformation({ again, items }: WhoseProps) {
  const { typed, problems } = askedIn("inform", again);
  const value = typed["organisationId"];
  return (
    <Select
      id="inform-discussion-organisationId"
      name="organisationId"
      label="Which organisation said it?"
      labelClasses="govuk-label--s"
      value={typeof value === "string" ? value : ""}
      error={problems?.fields["organisationId"]}
      items={[{ value: "", text: "Choose" }, ...items.map((one) => ({ value: one.value, text: one.label }))]}
    />
  );
}

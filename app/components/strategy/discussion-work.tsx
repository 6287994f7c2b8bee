import type { DiscussionView } from "#services/strategy/read-discussion";
import type { DiscussionAgain } from "../../http/change-discussion.ts";
import { Select } from "../govuk/select.tsx";
import {
  actionFields,
  agreeFields,
  answerFields,
  appendFields,
  arrangeFields,
  informFields,
  inviteFields,
  lockFields,
  nextFields,
} from "./discussion-forms.ts";
import { askedIn, DiscussionForm } from "./discussion-form.tsx";
import { RecordForm } from "./record-form.tsx";

type DiscussionWorkProps = { view: DiscussionView; again: DiscussionAgain | undefined };

/** What this person can do on a discussion that is as far as this one, the next thing open. */
export function DiscussionWork({ view, again }: DiscussionWorkProps) {
  const { can, heldAt, attendance } = view;
  const organisations = attendance.map(({ id, name }) => ({ value: id, label: name }));
  const open = heldAt === null;
  const invitable = view.invitable
    .filter(({ id }) => !attendance.some((one) => one.id === id))
    .map(({ id, name }) => ({ value: id, label: name }));
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
          name="answer"
          title="Write down what an organisation answered on the phone"
          view={view}
          again={again}
          fields={answerFields}
          before={
            <Whose form="answer" label="Which organisation answered?" again={again} items={organisations} />
          }
        />
      )}
      {can.chair && open && (
        <DiscussionForm
          name="invite"
          view={view}
          again={again}
          fields={inviteFields}
          options={{ organisationId: invitable }}
        />
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
        before={
          can.chair ? (
            <Whose form="inform" label="Which organisation said it?" again={again} items={organisations} />
          ) : undefined
        }
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
      {!open && <AfterMeeting view={view} again={again} />}
    </>
  );
}

/** Once it was held: each agency agrees, it is locked, what is new stands beside it, and it can meet again. */
function AfterMeeting({ view, again }: DiscussionWorkProps) {
  const { can, lockedAt } = view;
  const took = view.attendance.filter(({ present }) => present === true);
  const mine = took.find((one) => one.mine);
  return (
    <>
      {can.agree && lockedAt === null && (
        <DiscussionForm
          name="agree"
          view={view}
          again={again}
          fields={agreeFields}
          open={mine?.agreement === null}
        />
      )}
      {can.chair && lockedAt === null && (
        <>
          <DiscussionForm
            name="agree"
            title="Write down whether an organisation agrees"
            view={view}
            again={again}
            fields={agreeFields}
            before={
              <Whose
                form="agree"
                label="Which organisation answered?"
                again={again}
                items={took.map(({ id, name }) => ({ value: id, label: name }))}
              />
            }
          />
          <DiscussionForm name="lock" view={view} again={again} fields={lockFields} />
        </>
      )}
      {(can.chair || can.agree) && (
        <DiscussionForm name="append" view={view} again={again} fields={appendFields} />
      )}
      {can.chair && view.mayMeetAgain && (
        <DiscussionForm name="next" view={view} again={again} fields={nextFields} />
      )}
    </>
  );
}

type WhoseProps = {
  form: "answer" | "inform" | "agree";
  label: string;
  again: DiscussionAgain | undefined;
  items: readonly { value: string; label: string }[];
};

/** Whoever chairs writes down what an organisation answered or said; a partner speaks for their own alone. */
function Whose({ form, label, again, items }: WhoseProps) {
  const { typed, problems } = askedIn(form, again);
  const value = typed["organisationId"];
  return (
    <Select
      id={`${form}-discussion-organisationId`}
      name="organisationId"
      label={label}
      labelClasses="govuk-label--s"
      value={typeof value === "string" ? value : ""}
      error={problems?.fields["organisationId"]}
      items={[{ value: "", text: "Choose" }, ...items.map((one) => ({ value: one.value, text: one.label }))]}
    />
  );
}

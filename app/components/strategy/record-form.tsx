import { coreRoles, invitedRoleWords } from "#domain/strategy-invitation";
import { childField } from "#domain/strategy-record";
import type { DiscussionView } from "#services/strategy/read-discussion";
import type { DiscussionAgain } from "../../http/change-discussion.ts";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { Fieldset } from "../govuk/fieldset.tsx";
import { WorkFields, type Asked } from "../pathways/work-fields.tsx";
import { attendeeFieldsAt, childFieldsAt, meetingFields, withoutCoreFields } from "./discussion-forms.ts";
import { askedIn, DiscussionForm } from "./discussion-form.tsx";

type RecordFormProps = { view: DiscussionView; again: DiscussionAgain | undefined };

/** The record of a discussion: who took part, why it met, and each child on their own. Nothing is chosen beforehand. */
export function RecordForm({ view, again }: RecordFormProps) {
  const organisations = view.attendance.map(({ id, name }) => ({ value: id, label: name }));
  const core = coreRoles.map((role) => invitedRoleWords[role]).join(", ");
  return (
    <DiscussionForm
      name="record"
      view={view}
      again={again}
      fields={meetingFields}
      before={<Present view={view} again={again} />}
      after={(asked) => (
        <>
          <input type="hidden" name="children" value={view.children.length} />
          <Fieldset
            legend={{ text: `If one of these was missing: ${core}`, classes: "govuk-fieldset__legend--m" }}
          >
            <WorkFields fields={withoutCoreFields} asked={asked} />
          </Fieldset>
          {view.children.map((child, index) => (
            <ChildFields
              key={child.pathwayId}
              name={child.name}
              index={index}
              asked={{ ...asked, options: { [childField(index, "seeFor")]: organisations } }}
            />
          ))}
        </>
      )}
    />
  );
}

/** Who took part, with a name and how for each: asked under its tick. */
function Present({ view, again }: RecordFormProps) {
  const asked = askedIn("record", again);
  const { typed, problems } = asked;
  return (
    <>
      <input type="hidden" name="attendees" value={view.attendance.length} />
      <Checkboxes
        name="present"
        idPrefix="record-discussion-present"
        legend={{ text: "Who took part?", classes: "govuk-fieldset__legend--s" }}
        error={problems?.fields["present"]}
        values={[typed["present"] ?? []].flat()}
        items={view.attendance.map(({ id, name }, index) => ({
          value: id,
          text: name,
          conditional: <WorkFields fields={attendeeFieldsAt(index)} asked={asked} />,
        }))}
      />
    </>
  );
}

function ChildFields({ name, index, asked }: { name: string; index: number; asked: Asked }) {
  return (
    <Fieldset legend={{ text: name, classes: "govuk-fieldset__legend--m" }}>
      <WorkFields fields={childFieldsAt(index)} asked={asked} />
    </Fieldset>
  );
}

import {
  defaultQuestions,
  notToldReasons,
  notToldWords,
  requestBases,
  requestBasisWords,
  shareAnswers,
  shareChoiceWords,
} from "#domain/agency-request";
import { questionsField } from "#domain/agency-forms";
import { organisationKindWords } from "#domain/organisation";
import { dayAndTime } from "#domain/time-words";
import type { RequestsPage } from "#services/agencies/read-requests-page";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { Details } from "../govuk/details.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";
import { keptAsTyped, UnsentFields } from "../hub/unsent.tsx";

type AskFormProps = {
  reference: string;
  version: number;
  form: NonNullable<RequestsPage["form"]>;
  /** What was asked about this contact before. */
  asked: RequestsPage["requests"];
  /** They pressed that the same agencies are to be ticked as the last time. */
  same: boolean;
  typed: Typed | undefined;
  problems: Problems | undefined;
  /** Green: whether the family agrees decides who may be asked. */
  green: boolean;
};

const legend = (text: string) => ({ text, classes: "govuk-fieldset__legend--s" });

/** One sending asks as many agencies as are ticked, each with its own questions. Nothing is chosen beforehand. */
export function AskForm({ reference, version, form, asked, same, typed, problems, green }: AskFormProps) {
  const value = (name: string) => {
    const one = typed?.[name];
    return typeof one === "string" ? one : "";
  };
  const ticked = (name: string) => [typed?.[name] ?? []].flat();
  const agencies = typed === undefined && same ? form.last.map(({ id }) => id) : ticked("agency");
  const error = (name: string) => problems?.fields[name];
  return (
    <form
      method="post"
      action={href("hub.contact.requests", { reference })}
      noValidate
      {...keptAsTyped({ form: "requests", of: reference })}
    >
      <UnsentFields />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="formKey" value={value("formKey") || form.formKey} />
      <Checkboxes
        name="agency"
        legend={legend("Which agencies do you ask?")}
        values={agencies}
        error={error("agency")}
        items={form.agencies.map(({ id, name, kind, hasInbox }) => ({
          value: id,
          text: `${name} (${organisationKindWords[kind].toLowerCase()})`,
          hint: hintOf(asked, id, hasInbox),
          conditional: (
            <Textarea
              name={questionsField(id)}
              label={`What do you ask ${name}?`}
              value={value(questionsField(id)) || defaultQuestions[kind]}
              error={error(questionsField(id))}
              rows={5}
            />
          ),
        }))}
      />
      <Checkboxes
        name="covers"
        legend={legend("Whom do you ask about?")}
        values={ticked("covers")}
        error={error("covers")}
        items={form.people.map(({ id, name, birth }) => ({ value: id, text: `${name}, ${birth}` }))}
      />
      <Input
        name="worry"
        label="The worry, in one line"
        labelClasses="govuk-label--s"
        hint="They see this line and your questions, not the contact."
        value={value("worry")}
        error={error("worry")}
        autocomplete="off"
      />
      <Radios
        name="due"
        legend={legend("By when do they answer?")}
        value={value("due")}
        error={error("due")}
        items={form.times.map(({ at, words }) => ({ value: at.toISOString(), text: words }))}
      />
      <Radios
        name="basis"
        legend={legend("Why may you ask?")}
        value={value("basis")}
        error={error("basis")}
        items={requestBases.map((one) => ({ value: one, text: requestBasisWords[one] }))}
      />
      {green && form.manages && (
        <Input
          name="managersReason"
          label="If the family has not agreed: why do you ask all the same?"
          value={value("managersReason")}
          error={error("managersReason")}
          autocomplete="off"
        />
      )}
      <Radios
        name="familyTold"
        legend={legend("Was the family told that you ask?")}
        value={value("familyTold")}
        error={error("familyTold")}
        items={[
          { value: "yes", text: "Yes" },
          {
            value: "no",
            text: "No",
            conditional: (
              <Radios
                name="notToldBecause"
                legend={legend("Why not?")}
                value={value("notToldBecause")}
                error={error("notToldBecause")}
                items={notToldReasons.map((one) => ({ value: one, text: notToldWords[one] }))}
              />
            ),
          },
        ]}
      />
      <Input
        name="proportionate"
        label="Why is asking no more than is needed?"
        labelClasses="govuk-label--s"
        value={value("proportionate")}
        error={error("proportionate")}
        autocomplete="off"
      />
      <Radios
        name="share"
        legend={legend("May what they answer be shared with the family?")}
        value={value("share")}
        error={error("share")}
        items={shareAnswers.map((one) => ({ value: one, text: shareChoiceWords[one] }))}
      />
      <Details summary="What they see">
        <p className="govuk-body">
          The names, dates of birth and addresses of those you tick, the worry in one line, your questions,
          whether the family knows, by when to answer, and your name. An address that is kept secret is never
          sent.
        </p>
      </Details>
      <Button preventDoubleClick>Ask these agencies</Button>
    </form>
  );
}

/** That they were asked already, and that nothing reaches them by email. */
function hintOf(asked: RequestsPage["requests"], id: string, hasInbox: boolean): string | undefined {
  const before = asked.findLast(({ organisationId }) => organisationId === id);
  const lines = [
    before && `Asked already on ${dayAndTime(before.askedAt)}: ${before.status.toLowerCase()}.`,
    hasInbox ? undefined : "No inbox is kept for them: ring them as well.",
  ];
  return lines.filter((line) => line !== undefined).join(" ") || undefined;
}

/** Ticks in one press what was asked together the last time. Before the form, because the page is made anew. */
export function SameAsLastTime({
  reference,
  last,
}: {
  reference: string;
  last: readonly { name: string }[];
}) {
  if (last.length === 0) return null;
  return (
    <form method="get" action={href("hub.contact.requests", { reference })}>
      <p className="govuk-body">The last time you asked: {last.map(({ name }) => name).join(", ")}.</p>
      <input type="hidden" name="same" value="yes" />
      <Button classes="govuk-button--secondary">Tick the same as last time</Button>
    </form>
  );
}

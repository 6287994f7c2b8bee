import { challengeOutcomeWords } from "#domain/challenge";
import { nearDayAndTime } from "#domain/time-words";
import type { SenderPage } from "#services/senders/read-sender-page";
import type { FormState } from "../../http/admin-form.ts";
import { Button } from "../govuk/button.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";

type SenderChallengesProps = {
  here: string;
  form: FormState;
  challenges: SenderPage["challenges"];
  mayAnswer: boolean;
  asAt: Date;
};

/** Whoever sent it does not agree: what they wrote, and what another manager answers. */
export function SenderChallenges({ here, form, challenges, mayAnswer, asAt }: SenderChallengesProps) {
  const isOpen = challenges.some(({ outcome }) => outcome === null);
  return (
    <>
      <h2 className="govuk-heading-m">They do not agree</h2>
      {challenges.map(({ stage, text, raisedAt, dueAt, outcome, answer }) => (
        <div className="govuk-inset-text" key={stage}>
          <p className="govuk-body app-typed">{text}</p>
          <p className="govuk-body-s">
            {`Step ${stage}, ${nearDayAndTime(raisedAt, asAt)}. `}
            {outcome === null ? `Answer by ${nearDayAndTime(dueAt, asAt)}.` : challengeOutcomeWords[outcome]}
          </p>
          {answer !== null && <p className="govuk-body app-typed">{answer}</p>}
        </div>
      ))}
      {isOpen && !mayAnswer && (
        <p className="govuk-body">A manager who neither decided nor answered before answers this.</p>
      )}
      {isOpen && mayAnswer && (
        <form method="post" action={here} noValidate>
          <input type="hidden" name="do" value="answer" />
          <Radios
            name="outcome"
            idPrefix={form.field("outcome").id}
            legend={{ text: "Your answer", classes: "govuk-fieldset__legend--s" }}
            value={form.value("outcome")}
            error={form.field("outcome").error}
            items={[
              { value: "stands", text: challengeOutcomeWords.stands },
              {
                value: "changed",
                text: challengeOutcomeWords.changed,
                hint: "Make the new decision first, on the page of what was decided",
              },
            ]}
          />
          <Textarea
            {...form.field("text")}
            label="What you say to them"
            hint="They read it behind a code. Nothing about the family that they do not know already"
            rows={5}
          />
          <Button preventDoubleClick>Answer</Button>
        </form>
      )}
    </>
  );
}

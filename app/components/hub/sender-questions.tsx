import { dayAndTime, nearDayAndTime } from "#domain/time-words";
import type { SenderPage } from "#services/senders/read-sender-page";
import type { FormState } from "../../http/admin-form.ts";
import { Button } from "../govuk/button.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";

type SenderQuestionsProps = {
  here: string;
  form: FormState;
  questions: SenderPage["questions"];
  mayAsk: boolean;
  asAt: Date;
};

/** Questions to whoever sent it, with what they answered. */
export function SenderQuestions({ here, form, questions, mayAsk, asAt }: SenderQuestionsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Questions</h2>
      {questions.length === 0 && <p className="govuk-body">Nothing was asked yet.</p>}
      {questions.map((question) => (
        <div className="govuk-inset-text" key={question.id}>
          <p className="govuk-body app-typed">{question.text}</p>
          <p className="govuk-body-s">
            Asked by {question.by}, {nearDayAndTime(question.askedAt, asAt)}.{" "}
            {question.answeredAt === null && `An answer helps most before ${dayAndTime(question.answerBy)}.`}
          </p>
          {question.answer !== null && question.answeredAt !== null && (
            <p className="govuk-body app-typed">
              <strong>Answer, {nearDayAndTime(question.answeredAt, asAt)}:</strong> {question.answer}
            </p>
          )}
        </div>
      ))}
      {mayAsk ? (
        <form method="post" action={here} noValidate>
          <input type="hidden" name="do" value="ask" />
          <Textarea
            {...form.field("text")}
            label="Ask them something"
            hint="They read it behind a code to their address; the email says only that there is a question. The clock runs on"
            rows={4}
          />
          <Radios
            name="hours"
            idPrefix={form.field("hours").id}
            legend={{ text: "Until when does an answer help?" }}

            value={form.value("hours")}
            error={form.field("hours").error}
            items={[
              { value: "2", text: "In 2 hours" },
              { value: "4", text: "In 4 hours" },
              { value: "24", text: "In 24 hours" },
            ]}
          />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Ask
          </Button>
        </form>
      ) : (
        <p className="govuk-body">
          Whoever holds this contact, or a manager, can ask where the sender gave an address. Else ring them.
        </p>
      )}
    </>
  );
}

import { nearDayAndTime } from "#domain/time-words";
import type { QuestionView } from "#services/agencies/load-questions";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Textarea } from "../govuk/textarea.tsx";

export type Answering = { reference: string; typed: Typed | undefined; problems: Problems | undefined };

type AskedBackProps = {
  questions: readonly QuestionView[];
  asAt: Date;
  answering: Answering | undefined;
};

/** What an agency had to know first, and what it was told. */
export function AskedBack({ questions, asAt, answering }: AskedBackProps) {
  return questions.map((question) => (
    <section key={question.id} aria-label={`Question of ${nearDayAndTime(question.at, asAt)}`}>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <strong>Asked back</strong> by {question.by}, {nearDayAndTime(question.at, asAt)}
      </p>
      <p className="govuk-body app-written">{question.text}</p>
      {question.answer !== null && (
        <p className="govuk-body app-written">
          <strong>Answer:</strong> {question.answer}
        </p>
      )}
      {question.answer === null && answering === undefined && <p className="govuk-body">Not answered yet.</p>}
      {question.answer === null && answering !== undefined && (
        <AnswerForm id={question.id} answering={answering} />
      )}
    </section>
  ));
}

function AnswerForm({ id, answering: { reference, typed, problems } }: { id: string; answering: Answering }) {
  const isThis = typed?.["question"] === id;
  const text = typed?.["text"];
  return (
    <form method="post" action={href("hub.contact.requests", { reference })} noValidate>
      <input type="hidden" name="do" value="answer" />
      <input type="hidden" name="question" value={id} />
      <Textarea
        name="text"
        id={`text-${id}`}
        label="What do you answer?"
        hint="They see it. Keep out what they do not need."
        value={isThis && typeof text === "string" ? text : ""}
        error={isThis ? problems?.fields["text"] : undefined}
        rows={3}
      />
      <Button preventDoubleClick>Send the answer</Button>
    </form>
  );
}

import type { ContactHead } from "#services/contacts/contact-head";
import type { MatchView } from "#services/contacts/read-matches";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { ErrorMessage } from "../govuk/error-message.tsx";
import { Input } from "../govuk/input.tsx";

type MatchAnswerFormProps = {
  match: MatchView;
  head: ContactHead;
  typed: Typed | undefined;
  problems: Problems | undefined;
};

/** Says same or not the same with a reason; once said, it can be taken back. */
export function MatchAnswerForm({ match, head, typed, problems }: MatchAnswerFormProps) {
  const { reference, version } = head;
  const reason = typed?.["reason"];
  const noAnswer = problems?.fields["answer"];
  return (
    <form method="post" action={href("hub.contact.matches", { reference })} noValidate>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="matchId" value={match.id} />
      <Input
        name="reason"
        id={`reason-${match.id}`}
        label={match.answer === null ? "How you know, in one line" : "Why you take it back, in one line"}
        value={typeof reason === "string" ? reason : ""}
        error={problems?.fields["reason"]}
        autocomplete="off"
      />
      {noAnswer !== undefined && <ErrorMessage id={`answer-${match.id}`}>{noAnswer}</ErrorMessage>}
      {match.answer === null ? (
        <div className="govuk-button-group">
          <Button name="answer" value="same" classes="govuk-button--secondary">
            Same child
          </Button>
          <Button name="answer" value="not_same" classes="govuk-button--secondary">
            Not the same
          </Button>
        </div>
      ) : (
        <Button name="answer" value="take_back" classes="govuk-button--secondary">
          Take this answer back
        </Button>
      )}
    </form>
  );
}

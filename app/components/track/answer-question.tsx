import { dangerAnswers } from "#domain/intake";
import { additionWords } from "#domain/wording/addition";
import { momentWords } from "#domain/wording/moments";
import { senderWords } from "#domain/wording/sender";
import { filled } from "#domain/wording/site";
import type { SentPage } from "#services/senders/what-became";
import type { FormState } from "../../http/admin-form.ts";
import { Button } from "../govuk/button.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";
import { useWords } from "../use-words.ts";

/** A question of the hub's with the box for its answer. */
export function AnswerQuestion({
  question,
  form,
}: {
  question: SentPage["questions"][number];
  form: FormState;
}) {
  const words = useWords(senderWords).sent;
  const { dayAndTime } = useWords(momentWords);
  return (
    <section>
      <h2 className="govuk-heading-m">{words.questionHeading}</h2>
      <p className="govuk-body app-typed">{question.text}</p>
      <p className="govuk-body">{filled(words.questionBy, { by: dayAndTime(question.answerBy) })}</p>
      <Textarea {...form.field("text")} label={words.answerLabel} rows={5} />
      <DangerAgain form={form} />
      <Button name="do" value={question.id} preventDoubleClick>
        {words.answerButton}
      </Button>
    </section>
  );
}

/** Something new that nobody asked for. */
export function TellMore({ form, newKey }: { form: FormState; newKey: string }) {
  const words = useWords(senderWords).sent;
  const addition = useWords(additionWords);
  return (
    <section>
      <input type="hidden" name={form.field("key").name} value={form.value("key") || newKey} />
      <h2 className="govuk-heading-m">{words.moreHeading}</h2>
      <Textarea {...form.field("text")} label={addition.text} hint={words.moreHint} rows={5} />
      <DangerAgain form={form} />
      <Button name="do" value="more" classes="govuk-button--secondary" preventDoubleClick>
        {words.moreButton}
      </Button>
    </section>
  );
}

/** Whoever tells something new is asked about danger again. */
function DangerAgain({ form }: { form: FormState }) {
  const addition = useWords(additionWords);
  return (
    <Radios
      name={form.field("danger").name}
      legend={{ text: addition.danger }}
      value={form.value("danger")}
      error={form.field("danger").error}
      items={dangerAnswers.map((value) => ({ value, text: addition.dangers[value] }))}
    />
  );
}

import { formatReference } from "#domain/reference";
import { momentWords } from "#domain/wording/moments";
import { senderWords } from "#domain/wording/sender";
import { filled } from "#domain/wording/site";
import type { SentPage } from "#services/senders/what-became";
import type { FormState } from "../../http/admin-form.ts";
import { href } from "../../href.ts";
import { useSite } from "../frame/use-site.ts";
import { Button } from "../govuk/button.tsx";
import { SummaryList } from "../govuk/summary-list.tsx";
import { Textarea } from "../govuk/textarea.tsx";
import { PhoneLink } from "../phone-link.tsx";
import { Sentence } from "../sentence.tsx";
import { CannotWait } from "../public/cannot-wait.tsx";
import { AnswerQuestion, TellMore } from "./answer-question.tsx";
import { useWords } from "../use-words.ts";

type SentPageViewProps = {
  page: SentPage;
  told: string | null;
  newKey: string;
  formFor: (name: string) => FormState;
};

/** What became of one thing that was sent. Nothing that the sender wrote of the family is on it. */
export function SentPageView({ page, told, newKey, formFor }: SentPageViewProps) {
  const { sent: words, copy: copyWords, files, track, stages } = useWords(senderWords);
  const { dayAndTime } = useWords(momentWords);
  const { phones, open } = useSite();
  const phone = <PhoneLink number={open ? phones.day : phones.night} />;
  const emergency = <PhoneLink number="999" />;
  const { stage, outcome, questions } = page;
  return (
    <>
      <CannotWait audience="professional" told={page.cannotWait} />
      <h1 className="govuk-heading-l">{`${words.title}: ${formatReference(page.reference)}`}</h1>
      {(told === "taken" || told === "danger") && (
        <p className={told === "danger" ? "app-danger-banner" : "govuk-inset-text"}>
          {told === "danger" ? (
            <Sentence words={words.dangerTold} phone={phone} emergency={emergency} />
          ) : (
            words.taken
          )}
        </p>
      )}
      <SummaryList
        rows={[
          { key: words.received, value: dayAndTime(page.receivedAt) },
          { key: track.stage, value: stages[stage] },
          ...(stage !== "decided" && page.decideBy !== null
            ? [{ key: words.decideBy, value: dayAndTime(page.decideBy) }]
            : []),
        ]}
      />
      {questions
        .filter(({ answer }) => answer === null)
        .map((question) => (
          <AnswerQuestion question={question} form={formFor(question.id)} key={question.id} />
        ))}
      {outcome !== null && outcome.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{words.outcomeHeading}</h2>
          {outcome.map((text) => (
            <p className="govuk-body app-typed" key={text}>
              {text}
            </p>
          ))}
        </>
      )}
      {outcome === null && stage === "decided" && (
        <>
          <h2 className="govuk-heading-m">{words.outcomeHeading}</h2>
          <p className="govuk-body">
            <Sentence words={words.phoneOutcome} phone={phone} />
          </p>
        </>
      )}
      {outcome !== null && stage === "decided" && <Disagree page={page} form={formFor("challenge")} />}
      {page.hasCopy && (
        <>
          <h2 className="govuk-heading-m">{copyWords.heading}</h2>
          <p className="govuk-body">
            <a className="govuk-link" href={href("track.copy", { reference: page.reference })}>
              {copyWords.link}
            </a>
          </p>
          <p className="govuk-body">{copyWords.keep}</p>
        </>
      )}
      <TellMore form={formFor("more")} newKey={newKey} />
      <p className="govuk-body">
        <a className="govuk-link" href={href("track.files", { reference: page.reference })}>
          {files.link}
        </a>
      </p>
      <p className="govuk-body">
        <Sentence words={words.more} phone={phone} emergency={emergency} />
      </p>
    </>
  );
}

function Disagree({ page, form }: { page: SentPage; form: FormState }) {
  const words = useWords(senderWords).sent;
  const { dayAndTime } = useWords(momentWords);
  const { phones } = useSite();
  const waiting = page.challenges.find((one) => one.outcome === null);
  return (
    <>
      <h2 className="govuk-heading-m">{words.challengeHeading}</h2>
      {page.challenges.map(({ stage, text, outcome, answer }) => (
        <div className="govuk-inset-text" key={stage}>
          <p className="govuk-body app-typed">
            <strong>{words.yours}:</strong> {text}
          </p>
          {outcome !== null && (
            <p className="govuk-body app-typed">
              <strong>{words.answered}:</strong> {words.challengeOutcomes[outcome]}. {answer}
            </p>
          )}
        </div>
      ))}
      {waiting !== undefined && (
        <p className="govuk-body">{filled(words.challengeOpen, { due: dayAndTime(waiting.dueAt) })}</p>
      )}
      {waiting === undefined && page.mayDisagree && (
        <>
          <p className="govuk-body">{words.challengeIntro}</p>
          <Textarea {...form.field("text")} label={words.challengeLabel} rows={5} />
          <Button name="do" value="challenge" classes="govuk-button--secondary" preventDoubleClick>
            {words.challengeButton}
          </Button>
        </>
      )}
      {waiting === undefined && !page.mayDisagree && (
        <p className="govuk-body">
          <Sentence words={words.challengeLast} phone={<PhoneLink number={phones.day} />} />
        </p>
      )}
    </>
  );
}

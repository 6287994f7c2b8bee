import { journeyOf } from "#domain/journeys";
import type { Answer } from "#domain/questions/answers";
import { textsOf, type Question } from "#domain/questions/question";
import type { AroundPage } from "../../http/draft.ts";
import type { Problems } from "../../http/form.ts";
import { Fields } from "./fields.tsx";
import { Another } from "./another.tsx";
import { FormPage } from "./form-page.tsx";
import { Notice } from "./notice.tsx";

/** Everything that a page with one question shows. */
export type QuestionView = {
  around: AroundPage;
  back: string | null;
  questionId: string;
  variant: string | null;
  notices: readonly string[];
  typed: Answer;
  /** The answers to "another?" that stand under this entry, none on other pages, and what was chosen. */
  another: { asks: readonly string[]; chosen: string };
  /** Whom or what this entry of a repeated question is about. */
  about: string | null;
};

const found = (view: QuestionView): Question => {
  const question = journeyOf(view.around.audience).find(({ id }) => id === view.questionId);
  if (question === undefined) throw new Error(`no question ${view.questionId}`);
  return question;
};

type QuestionPageProps = {
  view: QuestionView;
  problems?: Problems | undefined;
  organisations?: readonly string[] | undefined;
};

export function QuestionPage({ view, problems, organisations = [] }: QuestionPageProps) {
  const question = found(view);
  const texts = textsOf(question, view.around.audience, view.around.language);
  const variant = view.variant === null ? undefined : texts.variants?.[view.variant];
  const { title, intro = [] } = variant ?? texts;
  const notices = view.notices.flatMap((key) => texts.notices?.[key] ?? []);
  const prompts = texts.prompts ?? [];
  const onlyField = question.fields.length === 1;
  const between = intro.length + notices.length + prompts.length + (view.about === null ? 0 : 1) > 0;
  const asked = {
    texts,
    title,
    typed: view.typed,
    problems: problems?.fields ?? {},
    organisations,
    isPageHeading: onlyField && !between,
    isLabelHidden: onlyField && between,
  };
  return (
    <FormPage around={view.around} back={view.back} problems={problems}>
      <span className="govuk-caption-l">{texts.section}</span>
      {!asked.isPageHeading && <h1 className="govuk-heading-l">{title}</h1>}
      {view.about !== null && <p className="govuk-body-l">{view.about}</p>}
      {notices.map((notice) => (
        <Notice key={notice.text[0]} notice={notice} helplines={view.around.helplines} />
      ))}
      {intro.map((words) => (
        <p className="govuk-body" key={words}>
          {words}
        </p>
      ))}
      {prompts.length > 0 && (
        <ul className="govuk-list govuk-list--bullet app-prompts">
          {prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
      )}
      <Fields fields={question.fields} asked={asked} />
      {view.another.asks.length > 0 && texts.list !== undefined && (
        <Another
          list={texts.list}
          asks={view.another.asks}
          chosen={view.another.chosen}
          error={problems?.fields["another"]}
        />
      )}
    </FormPage>
  );
}

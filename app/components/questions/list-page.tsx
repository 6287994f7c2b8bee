import { journeyOf } from "#domain/journeys";
import { textsOf, type ListTexts } from "#domain/questions/question";
import { reportWords } from "#domain/wording/report";
import { filled } from "#domain/wording/site";
import type { Problems } from "../../http/form.ts";
import type { ListView } from "../../http/list-view.ts";
import { Tag } from "../govuk/tag.tsx";
import { Another } from "./another.tsx";
import { FormPage } from "./form-page.tsx";
import { useWords } from "../use-words.ts";

/** The entries so far, each to change or to remove, and whether there is another. */
export function ListPage({ view, problems }: { view: ListView; problems?: Problems | undefined }) {
  const { around, entries } = view;
  const { tooMany } = useWords(reportWords);
  const question = journeyOf(around.audience).find(({ id }) => id === view.questionId);
  if (question === undefined) throw new Error(`no question ${view.questionId}`);
  const texts = textsOf(question, around.audience, around.language);
  const { list } = texts;
  if (list === undefined) throw new Error(`${view.questionId} has no list`);
  return (
    <FormPage around={around} back={view.back} problems={problems}>
      <span className="govuk-caption-l">{texts.section}</span>
      <h1 className="govuk-heading-l">{list.title}</h1>
      {(list.intro ?? []).map((words) => (
        <p className="govuk-body" key={words}>
          {words}
        </p>
      ))}
      {entries.length > 0 && (
        <dl className="govuk-summary-list">
          {entries.map((entry) => (
            <Entry key={entry.item} entry={entry} list={list} />
          ))}
        </dl>
      )}
      {view.full && <p className="govuk-body">{tooMany}</p>}
      <Another list={list} asks={view.asks} chosen={view.another} error={problems?.fields["another"]} />
    </FormPage>
  );
}

function Entry({ entry, list }: { entry: ListView["entries"][number]; list: ListTexts }) {
  const words = useWords(reportWords);
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{entry.name}</dt>
      <dd className="govuk-summary-list__value">
        {!entry.whole && <Tag colour="yellow">{words.notWhole}</Tag>}
      </dd>
      <dd className="govuk-summary-list__actions">
        <ul className="govuk-summary-list__actions-list">
          <li className="govuk-summary-list__actions-list-item">
            <a className="govuk-link" href={entry.change}>
              {list.change}
              <span className="govuk-visually-hidden">
                {filled(words.changeHidden, { name: entry.name })}
              </span>
            </a>
          </li>
          <li className="govuk-summary-list__actions-list-item">
            <button type="submit" name="remove" value={entry.item} className="app-button-link">
              {list.remove}
              <span className="govuk-visually-hidden">
                {filled(words.changeHidden, { name: entry.name })}
              </span>
            </button>
          </li>
        </ul>
      </dd>
    </div>
  );
}

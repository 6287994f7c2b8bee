import { askedUnder, listAnswerId, previousPlace } from "#domain/journeys";
import { answerTo, fieldOf, itemsOf, type Answer, type Answers } from "#domain/questions/answers";
import { entryName } from "#domain/questions/entry-name";
import type { Question } from "#domain/questions/question";
import { titleOf } from "#domain/questions/snapshot";
import { wordsIn } from "#domain/language";
import { reportWords } from "#domain/wording/report";
import { filled } from "#domain/wording/site";
import type { QuestionView } from "../components/questions/question-page.tsx";
import type { Audience } from "#domain/intake";
import { href, type RouteName } from "../href.ts";
import { addressOf, aroundPage, type Form } from "./draft.ts";

/** Where "Back" leads from a page of a form: the page before, or for the first the page that starts a form. */
export function backFrom(
  { access, journey, answers, reading }: Form,
  page: number,
  fromItem: boolean,
): string {
  const before = fromItem
    ? { at: "page" as const, page }
    : previousPlace(journey, answers, { at: "page", page });
  if (before !== null) return addressOf(access.draftId, before);
  return href(startOf[reading.audience]);
}

/** The page that starts each form. */
const startOf = {
  professional: "report.professional",
  public: "report.public",
  young_person: "help.young-person",
  family: "help.family",
} as const satisfies Record<Audience, RouteName>;

type Shown = { page: number; item: number | null; typed: Answer | null; another?: string | undefined };

/** What one question's page shows: what was kept, or what was just typed and refused. */
export function questionView(
  form: Form,
  question: Question,
  { page, item, typed, another }: Shown,
): QuestionView {
  const { journey, answers, reading } = form;
  const kept =
    item === null
      ? answerTo(answers, question.id)
      : (itemsOf(answers, question.id).find((entry) => entry.item === item)?.answer ?? null);
  const { repeats } = question;
  const owner =
    repeats !== undefined && "each" in repeats ? journey.find(({ id }) => id === repeats.each) : undefined;
  // A list without entries would lead straight back here.
  const hasList = repeats !== undefined && "least" in repeats && itemsOf(answers, question.id).length > 0;
  return {
    around: aroundPage(form),
    back: backFrom(form, page, hasList),
    questionId: question.id,
    variant: question.variant(answers),
    notices: question.notices(answers),
    typed: typed ?? kept ?? {},
    another: {
      asks: askedUnder(question, answers, item),
      // Having added one says nothing about another.
      chosen: another ?? (kept === null ? "" : ended(answers, question)),
    },
    about:
      owner === undefined || item === null
        ? null
        : filled(wordsIn(reportWords, reading.language).each, {
            name: entryName(owner, answers, item, reading),
          }),
  };
}

/** The answer to "another?" that ended a list; "" while it is open. */
function ended(answers: Answers, { id, repeats }: Question): string {
  const given = fieldOf(answerTo(answers, listAnswerId(id)), "another");
  return repeats !== undefined && "asks" in repeats && repeats.asks.slice(1).includes(given) ? given : "";
}

/** The document title: never a name, never an answer. */
export const pageTitle = (form: Form, question: Question): string =>
  titleOf(question, form.answers, form.reading);

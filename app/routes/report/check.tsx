import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answerCards } from "#app/http/answer-cards";
import { addressOf, aroundPage, goTo, mayVisit, namedDraft, openForm, titled } from "#app/http/draft";
import { readForm } from "#app/http/form";
import { handled } from "#app/http/guard";
import { sendForm } from "#app/http/send-form";
import { wordsIn } from "#domain/language";
import { previousPlace } from "#domain/journeys";
import type { Audience, Language } from "#domain/intake";
import { canAnswerYoung } from "#domain/questions/can-answer";
import { atHomeWords, isAtHome, youngWords } from "#domain/wording/at-home";
import { reportWords } from "#domain/wording/report";
import { prepareSubmission } from "#services/drafts/prepare-submission";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { AnswersToCheck } from "../../components/questions/answers-to-check.tsx";
import { Banners } from "../../components/questions/form-page.tsx";

const wordsFor = (audience: Audience, language: Language) =>
  isAtHome(audience) ? wordsIn(atHomeWords[audience], language).check : wordsIn(reportWords, language).check;

export async function loader(args: LoaderFunctionArgs) {
  const form = await openForm(args, "report.check");
  mayVisit(form, { at: "check" });
  const { access, context, journey, answers } = form;
  const { submissionKey } = await handled(() => prepareSubmission(context, access));
  const before = previousPlace(journey, answers, { at: "check" });
  return {
    ...titled(form, wordsFor(form.reading.audience, form.reading.language).title, "last"),
    around: aroundPage(form),
    back: before === null ? null : addressOf(access.draftId, before),
    cards: answerCards(form),
    submissionKey,
    cannotAnswer: form.reading.audience === "young_person" && !canAnswerYoung(answers, form.reading.at),
  };
}

/** The draft is opened once, by the service that sends it; only a form that it refuses is looked at here. */
export async function action(args: ActionFunctionArgs) {
  const draft = await namedDraft(args, "report.check");
  const toDo = async () => {
    const form = await openForm(args, "report.check");
    mayVisit(form, { at: "check" });
    return goTo(draft.access.draftId, { at: "check" });
  };
  return sendForm(draft, await readForm(args.request), { early: false, toDo });
}

export default function CheckPage() {
  const { around, back, cards, submissionKey, cannotAnswer } = useLoaderData<typeof loader>();
  const words = wordsFor(around.audience, around.language);
  return (
    <PublicPage back={back ?? undefined} exit={around.exit ?? undefined} above={<Banners around={around} />}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      {cannotAnswer && (
        <p className="govuk-inset-text">{wordsIn(youngWords, around.language).cannotAnswer.before}</p>
      )}
      <AnswersToCheck cards={cards} />
      <form method="post">
        <input type="hidden" name="key" value={submissionKey} />
        <p className="govuk-body">{words.declaration}</p>
        <Button preventDoubleClick>{words.send}</Button>
      </form>
    </PublicPage>
  );
}

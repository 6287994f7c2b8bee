import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answerCards } from "#app/http/answer-cards";
import { addressOf, aroundPage, goTo, openForm, titled } from "#app/http/draft";
import { readForm } from "#app/http/form";
import { handled, seeOther } from "#app/http/guard";
import { sendForm } from "#app/http/send-form";
import { canAnswerYoung } from "#domain/questions/can-answer";
import { wordsIn } from "#domain/language";
import { canSendEarly, firstToDo } from "#domain/journeys";
import type { Audience, Language } from "#domain/intake";
import { atHomeWords, youngWords } from "#domain/wording/at-home";
import { reportWords } from "#domain/wording/report";
import { prepareSubmission } from "#services/drafts/prepare-submission";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { AnswersToCheck } from "../../components/questions/answers-to-check.tsx";
import { Banners } from "../../components/questions/form-page.tsx";
import { href } from "../../href.ts";

/** Only a young person's and a professional's form can be sent early. */
function wordsFor(audience: Audience, language: Language, canAnswer: boolean) {
  const { early, earlyIntro, declaration, sendEarly, back } = wordsIn(reportWords, language).check;
  if (audience !== "young_person") return { early, earlyIntro, declaration, sendEarly, back };
  const { check } = wordsIn(atHomeWords.young_person, language);
  const { early: ofYoung, cannotAnswer } = wordsIn(youngWords, language);
  const { title, intro, back: goOn } = ofYoung;
  return {
    early: title,
    earlyIntro: canAnswer ? intro : cannotAnswer.before,
    declaration: check.declaration,
    sendEarly: check.send,
    back: goOn,
  };
}

/** Sending before the end: a short look at what goes, then it goes. */
async function openEarly(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const form = await openForm(args, "report.send");
  const { access, journey, answers, reading, sent } = form;
  if (sent !== null) throw seeOther(href("report.sent", { draft: access.draftId }));
  const toDo = firstToDo(journey, answers, reading.at);
  // A form that is whole by now is sent from its own check page, and is not marked as partial.
  if (toDo.at === "check" || !canSendEarly(journey, answers, reading.at)) throw goTo(access.draftId, toDo);
  return { form, toDo };
}

export async function loader(args: LoaderFunctionArgs) {
  const { form, toDo } = await openEarly(args);
  const { submissionKey } = await handled(() => prepareSubmission(form.context, form.access));
  const { audience, language, at } = form.reading;
  const canAnswer = canAnswerYoung(form.answers, at);
  return {
    ...titled(form, wordsFor(audience, language, canAnswer).early, "last"),
    canAnswer,
    around: aroundPage(form),
    goOn: addressOf(form.access.draftId, toDo),
    cards: answerCards(form),
    submissionKey,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { form, toDo } = await openEarly(args);
  const again = () => goTo(form.access.draftId, toDo);
  return sendForm(form, await readForm(args.request), { early: true, toDo: again });
}

export default function SendPage() {
  const { around, goOn, cards, submissionKey, canAnswer } = useLoaderData<typeof loader>();
  const words = wordsFor(around.audience, around.language, canAnswer);
  return (
    <PublicPage back={goOn} exit={around.exit ?? undefined} above={<Banners around={around} />}>
      <h1 className="govuk-heading-l">{words.early}</h1>
      <p className="govuk-body">{words.earlyIntro}</p>
      <form method="post">
        <input type="hidden" name="key" value={submissionKey} />
        <p className="govuk-body">{words.declaration}</p>
        <div className="govuk-button-group">
          <Button preventDoubleClick>{words.sendEarly}</Button>
          <a className="govuk-link" href={goOn}>
            {words.back}
          </a>
        </div>
      </form>
      <AnswersToCheck cards={cards} />
    </PublicPage>
  );
}

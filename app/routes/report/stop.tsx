import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { aroundPage, changing, goTo, mayVisit, openForm, titled } from "#app/http/draft";
import { readForm } from "#app/http/form";
import { wordsIn } from "#domain/language";
import { nextPlace } from "#domain/journeys";
import { answerTo, fieldOf } from "#domain/questions/answers";
import { calledAnswers, danger } from "#domain/questions/danger";
import { reportWords, signsOfDanger } from "#domain/wording/report";
import { saveAnswer } from "#services/drafts/save-answer";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { EmergencyBlock } from "../../components/public/emergency-block.tsx";
import { Banners } from "../../components/questions/form-page.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";

async function openStop(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const form = await openForm(args, "report.stop");
  mayVisit(form, { at: "stop" });
  return { form, answer: answerTo(form.answers, danger.id) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { form, answer } = await openStop(args);
  const words = wordsIn(reportWords, form.reading.language).stop;
  const signs = signsOfDanger(form.reading.audience, words);
  const sure = fieldOf(answer, "danger") === "yes";
  const title = sure ? words.title : words.titleNotSure;
  return { ...titled(form, title, 1), heading: title, sure, signs, around: aroundPage(form) };
}

/** Keeps what they chose beside the danger answer and opens the form, whatever it was: nobody is stopped here. */
export async function action(args: ActionFunctionArgs) {
  const { form, answer } = await openStop(args);
  const chosen = (await readForm(args.request)).get("called999");
  const called999 = calledAnswers.find((choice) => choice === chosen);
  if (called999 === undefined) return goTo(form.access.draftId, { at: "stop" });
  const { answers } = await changing(form, () =>
    saveAnswer(form.context, {
      ...form.access,
      questionId: danger.id,
      answer: { ...answer, called999 },
    }),
  );
  return goTo(form.access.draftId, nextPlace(form.journey, answers, danger.id, form.reading.at));
}

export default function StopPage() {
  const words = useWords(reportWords).stop;
  const { heading, sure, signs, around } = useLoaderData<typeof loader>();
  return (
    <PublicPage
      back={href("report.question", { draft: around.draft, page: 1 })}
      exit={around.exit ?? undefined}
      above={<Banners around={around} />}
    >
      <h1 className="govuk-heading-xl">{heading}</h1>
      {!sure && (
        <ul className="govuk-list govuk-list--bullet">
          {signs.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
      )}
      <EmergencyBlock />
      <p className="govuk-body">{words.then}</p>
      <form method="post">
        <div className="govuk-button-group">
          <Button name="called999" value="called" preventDoubleClick>
            {words.called}
          </Button>
          <Button
            name="called999"
            value="called_council"
            classes="govuk-button--secondary"
            preventDoubleClick
          >
            {words.calledCouncil}
          </Button>
          <Button name="called999" value="cannot_call" classes="govuk-button--secondary" preventDoubleClick>
            {words.cannotCall}
          </Button>
          {!sure && (
            <Button name="called999" value="not_needed" classes="govuk-button--secondary" preventDoubleClick>
              {words.notNeeded}
            </Button>
          )}
        </div>
      </form>
    </PublicPage>
  );
}

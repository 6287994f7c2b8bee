import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { problemsShown, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { partSent, partState, shownWhole } from "#app/http/sent-form";
import { senderCookieOf } from "#app/http/session";
import { wordsIn } from "#domain/language";
import { addMoreSchema, answerQuestionSchema, raiseChallengeSchema } from "#domain/sender-forms";
import { formatReference } from "#domain/reference";
import { senderWords } from "#domain/wording/sender";
import { addMore } from "#services/senders/add-more";
import { answerQuestion } from "#services/senders/answer-question";
import { raiseChallenge } from "#services/senders/raise-challenge";
import { readSent } from "#services/senders/read-sent";
import { pageForm } from "../../components/frame/language-switch.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { SentPageView } from "../../components/track/sent-page.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, language } = await guard(args, "track.sent");
  const asked = { secret: senderCookieOf(args.request, context), reference: params["reference"] ?? "" };
  const page = await handled(() => readSent(context, asked));
  const told = new URL(args.request.url).searchParams.get("told");
  return {
    title: `${wordsIn(senderWords, language).sent.title}: ${formatReference(page.reference)}`,
    page,
    told,
    key: context.newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const body = await readForm(args.request);
  const answer = await takePart(args, partSent(body));
  return answer instanceof Response ? answer : shownWhole(answer.data, body, answer.init?.status);
}

async function takePart(args: ActionFunctionArgs, body: URLSearchParams) {
  const { context, params, language } = await guard(args, "track.sent");
  const errors: Readonly<Record<string, string>> = wordsIn(senderWords, language).sent.errors;
  const spoken = { language, words: (message: string) => errors[message] ?? message };
  const asked = { secret: senderCookieOf(args.request, context), reference: params["reference"] ?? "" };
  const here = (told?: string) =>
    href("track.sent", { reference: asked.reference }, told === undefined ? undefined : { told });
  if (body.get("do") === "challenge")
    return takeForm(body, { ...spoken, schema: raiseChallengeSchema, fields: ["text"] }, ({ text }) =>
      raiseChallenge(context, { ...asked, text }).then(() => here()),
    );
  const after = (danger: string) => here(danger === "no" ? "taken" : "danger");
  if (body.get("do") === "more") {
    const schema = addMoreSchema;
    return takeForm(body, { ...spoken, schema, fields: ["text", "danger", "key"] }, (more) =>
      addMore(context, { ...asked, ...more }).then(() => after(more.danger)),
    );
  }
  const id = body.get("do") ?? "";
  if (id === "") {
    // Nothing was typed: the page again, for whom there is one.
    await handled(() => readSent(context, asked));
    return seeOther(here());
  }
  return takeForm(body, { ...spoken, schema: answerQuestionSchema, fields: ["text", "danger"] }, (answer) =>
    answerQuestion(context, { ...asked, id, ...answer }).then(() => after(answer.danger)),
  );
}

export default function SentRoute() {
  const { page, told, key } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage form back={href("track.home")}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <FormProblems problems={problemsShown(again)} />
          <form method="post" id={pageForm} noValidate>
            {/* Enter in a field presses the first button of its form, which must not be another part's. */}
            <button type="submit" className="govuk-visually-hidden" tabIndex={-1} aria-hidden />
            <SentPageView page={page} told={told} newKey={key} formFor={(part) => partState(part, again)} />
          </form>
        </div>
      </div>
    </PublicPage>
  );
}

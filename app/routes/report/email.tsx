import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { aroundPage, addressOf, openForm } from "#app/http/draft";
import { readForm } from "#app/http/form";
import { handled, seeOther } from "#app/http/guard";
import { codeInWords, entered, wrongEntry } from "#app/http/refused-entry";
import { askFor } from "#app/http/sender-step";
import { senderCookie } from "#app/http/session";
import { wordsIn } from "#domain/language";
import { parseEmailAddress } from "#domain/email-address";
import { nextPlace, pageOf } from "#domain/journeys";
import { answerTo, fieldOf } from "#domain/questions/answers";
import { you } from "#domain/questions/you";
import { codeMinutes } from "#domain/sign-in";
import { senderWords } from "#domain/wording/sender";
import { filled, siteWords } from "#domain/wording/site";
import { attachSender } from "#services/drafts/attach-sender";
import { proveSender } from "#services/senders/prove-sender";
import { AppCode } from "../../components/account/app-code.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { Banners } from "../../components/questions/form-page.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";

async function openPage(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const form = await openForm(args, "report.email");
  const { journey, answers, reading, access } = form;
  const email = parseEmailAddress(fieldOf(answerTo(answers, you.id), "email"));
  if (form.sent !== null || email === null) throw seeOther(href("report.go-on", { draft: access.draftId }));
  const next = addressOf(access.draftId, nextPlace(journey, answers, you.id, reading.at));
  return { form, email, next, words: wordsIn(senderWords, reading.language).code };
}

export async function loader(args: LoaderFunctionArgs) {
  const { form, email, next, words } = await openPage(args);
  return {
    title: words.title,
    around: aroundPage(form),
    sent: filled(words.sent, { email, minutes: String(codeMinutes) }),
    back: href("report.question", { draft: form.access.draftId, page: pageOf(form.journey, you.id) }),
    next,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { form, email, next, words } = await openPage(args);
  const { context, access, reading } = form;
  const body = await readForm(args.request);
  if (body.get("then") === "again") {
    const sent = await askFor(form, email);
    return (
      sent ?? wrongEntry({ summary: [{ href: "#main-content", text: words.tooMany }], fields: {} }, {}, 429)
    );
  }
  return entered(
    async () => {
      const secret = await proveSender(context, {
        secret: access.sender,
        code: body.get("code") ?? "",
      }).catch(codeInWords(reading.language));
      await handled(() => attachSender(context, { ...access, sender: secret }));
      return seeOther(next, { "Set-Cookie": senderCookie(context, secret) });
    },
    {},
    reading,
  );
}

export default function EmailPage() {
  const words = useWords(senderWords).code;
  const { continue: goOn } = useWords(siteWords);
  const { around, sent, back, next } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage back={back} above={<Banners around={around} />}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <FormProblems problems={again?.problems} />
          <h1 className="govuk-heading-l">{words.title}</h1>
          <p className="govuk-body">{sent}</p>
          <p className="govuk-body">{words.why}</p>
          <form method="post" noValidate>
            <AppCode label={words.label} hint={words.hint} error={again?.problems.fields["code"]} />
            <div className="govuk-button-group">
              <Button preventDoubleClick>{goOn}</Button>
              <Button name="then" value="again" classes="govuk-button--secondary" preventDoubleClick>
                {words.again}
              </Button>
            </div>
          </form>
          <p className="govuk-body">
            <a className="govuk-link" href={next}>
              {words.skip}
            </a>
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={back}>
              {words.change}
            </a>
          </p>
        </div>
      </div>
    </PublicPage>
  );
}

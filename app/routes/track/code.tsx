import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { readForm } from "#app/http/form";
import { guard, seeOther } from "#app/http/guard";
import { codeInWords, entered } from "#app/http/refused-entry";
import { senderCookie, senderCookieOf } from "#app/http/session";
import { wordsIn } from "#domain/language";
import { codeMinutes } from "#domain/sign-in";
import { senderWords } from "#domain/wording/sender";
import { filled, siteWords } from "#domain/wording/site";
import { proveSender } from "#services/senders/prove-sender";
import { AppCode } from "../../components/account/app-code.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, language } = await guard(args, "track.code");
  if (senderCookieOf(args.request, context) === null) return seeOther(href("track.home"));
  return { title: wordsIn(senderWords, language).code.title };
}

export async function action(args: ActionFunctionArgs) {
  const { context, language } = await guard(args, "track.code");
  const code = (await readForm(args.request)).get("code") ?? "";
  return entered(
    async () => {
      const asked = senderCookieOf(args.request, context);
      const secret = await proveSender(context, { secret: asked, code }).catch(codeInWords(language));
      return seeOther(href("track.home"), { "Set-Cookie": senderCookie(context, secret) });
    },
    {},
    { language },
  );
}

export default function TrackCodePage() {
  const words = useWords(senderWords);
  const { continue: goOn } = useWords(siteWords);
  const again = useActionData<typeof action>();
  return (
    <PublicPage back={href("track.home")}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">{words.code.title}</h1>
      <p className="govuk-body">{filled(words.track.sent, { minutes: String(codeMinutes) })}</p>
      <form method="post" noValidate>
        <AppCode label={words.code.label} hint={words.code.hint} error={again?.problems.fields["code"]} />
        <Button preventDoubleClick>{goOn}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={href("track.home")}>
          {words.code.again}
        </a>
      </p>
    </PublicPage>
  );
}

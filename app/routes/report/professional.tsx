import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { senderCookieOf } from "#app/http/session";
import { startedDraft } from "#app/http/start";
import { wordsIn } from "#domain/language";
import { professionalStartWords } from "#domain/wording/landing";
import { senderWords } from "#domain/wording/sender";
import { filled } from "#domain/wording/site";
import { findSender } from "#services/senders/find-sender";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { EmergencyBlock } from "../../components/public/emergency-block.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, language } = await guard(args, "report.professional");
  const known = await handled(() => findSender(context, senderCookieOf(args.request, context)));
  return { title: wordsIn(professionalStartWords, language).title, email: known?.email ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const { context, language } = await guard(args, "report.professional");
  const known = await handled(() => findSender(context, senderCookieOf(args.request, context)));
  return startedDraft(context, { journey: "professional", language, sender: known });
}

export default function ProfessionalStartPage() {
  const words = useWords(professionalStartWords);
  const { start } = useWords(senderWords);
  /** What else brings somebody here who works with children. */
  const others = [
    { to: href("help.call-back"), text: start.advice },
    { to: href("track.home"), text: start.add },
    { to: href("track.home"), text: start.comeBack },
  ];
  const { email } = useLoaderData<typeof loader>();
  return (
    <PublicPage back={href("landing")}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <EmergencyBlock />
      <p className="govuk-body">{words.intro}</p>
      <h2 className="govuk-heading-m">{words.before}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className="govuk-body">{words.deadline}</p>
      {email !== null && <p className="govuk-inset-text app-breaks">{filled(start.known, { email })}</p>}
      <form method="post">
        <Button isStartButton preventDoubleClick>
          {words.start}
        </Button>
      </form>
      <h2 className="govuk-heading-m">{start.elseHeading}</h2>
      <ul className="govuk-list">
        {others.map(({ to, text }) => (
          <li key={text}>
            <a className="govuk-link" href={to}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}

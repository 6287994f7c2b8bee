import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard";
import { wordsIn } from "#domain/language";
import { talkWords } from "#domain/wording/landing";
import { momentWords } from "#domain/wording/moments";
import { filled } from "#domain/wording/site";
import { ContactBlock } from "../../components/frame/contact-block.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { useSite } from "../../components/frame/use-site.ts";
import { AtWork } from "../../components/public/at-work.tsx";
import { EmergencyBlock } from "../../components/public/emergency-block.tsx";
import { HelplineList } from "../../components/public/helplines.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, language } = await guard(args, "help.talk");
  const { helplines } = context.settings;
  // As old as the oldest of them: nothing is said while one was never checked.
  const days = helplines.map(({ checkedOn }) => checkedOn ?? "").sort();
  const checkedOn =
    days[0] === undefined || days[0] === "" ? null : wordsIn(momentWords, language).longDate(days[0]);
  return { title: wordsIn(talkWords, language).title, helplines, checkedOn };
}

export default function TalkPage() {
  const words = useWords(talkWords);
  const { helplines, checkedOn } = useLoaderData<typeof loader>();
  const site = useSite();
  return (
    <PublicPage back={href("landing")} saysContact>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <EmergencyBlock />
      <ContactBlock site={site} />
      <h2 className="govuk-heading-m">{words.call.heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {words.call.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <AtWork />
      {helplines.length > 0 && <h2 className="govuk-heading-m">{words.helplines}</h2>}
      <HelplineList helplines={helplines} />
      {checkedOn !== null && <p className="govuk-body">{filled(words.checked, { day: checkedOn })}</p>}
    </PublicPage>
  );
}

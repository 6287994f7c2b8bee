import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard";
import { talkWords } from "#domain/wording/landing";
import { ContactBlock } from "../../components/frame/contact-block.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { useSite } from "../../components/frame/use-site.ts";
import { EmergencyBlock } from "../../components/public/emergency-block.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { href } from "../../href.ts";

const words = talkWords.en;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "help.talk");
  const who = new URL(args.request.url).searchParams.get("who");
  const childline = context.settings.helplines.find(({ id }) => id === "childline")?.number ?? null;
  return { title: words.title, wantedForm: who !== null && who !== "talk", childline };
}

export default function TalkPage() {
  const { wantedForm, childline } = useLoaderData<typeof loader>();
  const site = useSite();
  return (
    <PublicPage back={href("landing")} saysContact>
      <h1 className="govuk-heading-l">{words.title}</h1>
      {wantedForm && <p className="govuk-body-l">{words.notOnline}</p>}
      <EmergencyBlock />
      <ContactBlock site={site} />
      {childline !== null && (
        <p className="govuk-body">
          <Sentence words={words.young} childline={<PhoneLink number={childline} />} />
        </p>
      )}
      <h2 className="govuk-heading-m">{words.call.heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {words.call.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </PublicPage>
  );
}

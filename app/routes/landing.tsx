import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { parseForm, readForm } from "#app/http/form";
import { guard, seeOther } from "#app/http/guard";
import { startedDraft } from "#app/http/start";
import { wordsIn } from "#domain/language";
import { landingChoices, landingWords } from "#domain/wording/landing";
import { siteWords } from "#domain/wording/site";
import { ContactBlock } from "../components/frame/contact-block.tsx";
import { PublicPage } from "../components/frame/public-page.tsx";
import { useSite } from "../components/frame/use-site.ts";
import { Button } from "../components/govuk/button.tsx";
import { Radios } from "../components/govuk/radios.tsx";
import { AtWork } from "../components/public/at-work.tsx";
import { EmergencyBlock } from "../components/public/emergency-block.tsx";
import { FormProblems } from "../components/public/form-problems.tsx";
import { Sentence } from "../components/sentence.tsx";
import { href } from "../href.ts";
import { useWords } from "../components/use-words.ts";
import { pageForm } from "../components/frame/language-switch.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await guard(args, "landing");
  return { title: wordsIn(landingWords, language).title };
}

export async function action(args: ActionFunctionArgs) {
  const { context, language } = await guard(args, "landing");
  const schema = z.object({ who: z.enum(landingChoices, wordsIn(landingWords, language).choose) });
  const form = parseForm(await readForm(args.request), { schema, fields: ["who"] });
  if (!form.ok) return data({ problems: form.problems }, { status: 400 });
  if (form.value.who === "professional") return startedDraft(context, { journey: "professional", language });
  if (form.value.who === "public") return seeOther(href("report.public"));
  if (form.value.who === "family") return seeOther(href("help.family"));
  if (form.value.who === "young_person") return seeOther(href("help.young-person"));
  return seeOther(href("help.talk"));
}

export default function LandingPage() {
  const words = useWords(landingWords);
  const { continue: goOn } = useWords(siteWords);
  const site = useSite();
  const problems = useActionData<typeof action>()?.problems;
  return (
    <PublicPage form saysContact>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <EmergencyBlock />
      <form method="post" id={pageForm} noValidate>
        <Radios
          name="who"
          legend={{ text: words.who, classes: "govuk-fieldset__legend--m" }}
          error={problems?.fields.who}
          items={landingChoices.map((choice) => ({
            value: choice,
            text: words.choices[choice],
            hint: choice === "professional" ? words.hints.professional : undefined,
          }))}
        />
        <Button preventDoubleClick>{goOn}</Button>
      </form>
      <p className="govuk-body">
        <Sentence
          words={words.before}
          link={
            <a className="govuk-link" href={href("help.add")}>
              {words.beforeLink}
            </a>
          }
        />
      </p>
      <AtWork />
      <ContactBlock site={site} heading="h2" />
    </PublicPage>
  );
}

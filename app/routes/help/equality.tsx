import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, seeOther } from "#app/http/guard";
import { entered, wrongEntry } from "#app/http/refused-entry";
import { wordsIn } from "#domain/language";
import { networkOf } from "#domain/client-network";
import { equalityNames, equalityQuestions, equalitySchema } from "#domain/equality";
import { equalityWords } from "#domain/wording/equality";
import { countAnswers } from "#services/equality/count-answers";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Radios } from "../../components/govuk/radios.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";
import { pageForm } from "../../components/frame/language-switch.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await guard(args, "help.equality");
  return { title: wordsIn(equalityWords, language).title };
}

export async function action(args: ActionFunctionArgs) {
  const { context, language } = await guard(args, "help.equality");
  const form = parseForm(await readForm(args.request), { schema: equalitySchema, fields: equalityNames });
  if (!form.ok) return wrongEntry(form.problems, form.typed);
  return entered(
    async () => {
      await countAnswers(context, { answers: form.value, network: networkOf(args.context.from) });
      return seeOther(href("help.thanks"));
    },
    form.typed,
    { language },
  );
}

export default function EqualityPage() {
  const words = useWords(equalityWords);
  const again = useActionData<typeof action>();
  return (
    <PublicPage form exit={href("report.exit")}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      {words.intro.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
      <form method="post" id={pageForm} noValidate>
        {equalityNames.map((name) => {
          const { label, options } = words.questions[name];
          const named: Readonly<Record<string, string>> = options;
          const typed = again?.typed[name];
          return (
            <Radios
              key={name}
              name={name}
              legend={{ text: label, classes: "govuk-fieldset__legend--s" }}
              error={again?.problems.fields[name]}
              value={typeof typed === "string" ? typed : ""}
              items={equalityQuestions[name].map((value) => ({ value, text: named[value] ?? value }))}
            />
          );
        })}
        <div className="govuk-button-group">
          <Button preventDoubleClick>{words.send}</Button>
          <a className="govuk-link" href={href("help.thanks")}>
            {words.skip}
          </a>
        </div>
      </form>
    </PublicPage>
  );
}

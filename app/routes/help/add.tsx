import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, seeOther } from "#app/http/guard";
import { entered, wrongEntry } from "#app/http/refused-entry";
import { wordsIn } from "#domain/language";
import { additionSchema } from "#domain/addition-form";
import { networkOf } from "#domain/client-network";
import { dangerAnswers } from "#domain/intake";
import { addWords } from "#domain/wording/add";
import { Invalid } from "#services/errors";
import { addWithPassphrase } from "#services/passphrases/add-with-passphrase";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { useSite } from "../../components/frame/use-site.ts";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { Radios } from "../../components/govuk/radios.tsx";
import { Textarea } from "../../components/govuk/textarea.tsx";
import { AtWork } from "../../components/public/at-work.tsx";
import { EmergencyBlock } from "../../components/public/emergency-block.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";
import { pageForm } from "../../components/frame/language-switch.tsx";

const fields = ["reference", "words", "danger", "text", "key"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { context, language } = await guard(args, "help.add");
  return { title: wordsIn(addWords, language).title, key: context.newId() };
}

export async function action(args: ActionFunctionArgs) {
  const { context, language } = await guard(args, "help.add");
  const { errors } = wordsIn(addWords, language);
  const messages: Readonly<Record<string, string>> = errors;
  const form = parseForm(await readForm(args.request), {
    ...{ schema: additionSchema, fields: [...fields], asTyped: true },
    words: (message) => messages[message] ?? message,
  });
  if (!form.ok) return wrongEntry(form.problems, form.typed);
  const { key: idempotencyKey, ...said } = form.value;
  return entered(
    async () => {
      const network = networkOf(args.context.from);
      await addWithPassphrase(context, { ...said, idempotencyKey, network }).catch((error: unknown) => {
        throw error instanceof Invalid ? new Invalid({ words: errors.wrong }) : error;
      });
      return seeOther(href("help.added"));
    },
    form.typed,
    { language },
  );
}

export default function AddPage() {
  const words = useWords(addWords);
  const { key } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { open, phones } = useSite();
  const typed = (name: (typeof fields)[number]) => {
    const value = again?.typed[name];
    return typeof value === "string" ? value : "";
  };
  const error = (name: (typeof fields)[number]) => again?.problems.fields[name];
  const phone = <PhoneLink number={open ? phones.day : phones.night} />;
  return (
    <PublicPage form back={href("landing")} exit={href("report.exit")}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <EmergencyBlock />
      <p className="govuk-body">{words.intro}</p>
      <p className="govuk-body">
        <Sentence words={words.lost} phone={phone} />
      </p>
      <AtWork />
      <form method="post" id={pageForm} noValidate>
        <input type="hidden" name="key" value={typed("key") || key} />
        {(["reference", "words"] as const).map((name) => (
          <Input
            key={name}
            name={name}
            label={words[name].label}
            hint={words[name].hint}
            error={error(name)}
            value={typed(name)}
            autocomplete="off"
            spellcheck={false}
            classes={name === "reference" ? "govuk-input--width-10" : undefined}
          />
        ))}
        <Radios
          name="danger"
          legend={{ text: words.danger.label, classes: "govuk-fieldset__legend--s" }}
          error={error("danger")}
          value={typed("danger")}
          items={dangerAnswers.map((value) => ({ value, text: words.danger.options[value] }))}
        />
        <Textarea name="text" label={words.text.label} error={error("text")} value={typed("text")} rows={8} />
        <Button preventDoubleClick>{words.send}</Button>
      </form>
    </PublicPage>
  );
}

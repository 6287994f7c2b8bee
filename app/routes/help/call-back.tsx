import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, seeOther } from "#app/http/guard";
import { entered, wrongEntry } from "#app/http/refused-entry";
import { callBackSchema, callBackSlots, callBackTopics } from "#domain/call-back";
import { networkOf } from "#domain/client-network";
import { dangerAnswers } from "#domain/intake";
import { wordsIn } from "#domain/language";
import { calendarOf } from "#domain/working-calendar";
import { callBackWords } from "#domain/wording/call-back";
import { momentWords } from "#domain/wording/moments";
import { askCallBack } from "#services/calls/ask-call-back";
import { Invalid } from "#services/errors";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { useSite } from "../../components/frame/use-site.ts";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { Radios } from "../../components/govuk/radios.tsx";
import { EmergencyBlock } from "../../components/public/emergency-block.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";
import { pageForm } from "../../components/frame/language-switch.tsx";

const fields = ["danger", "name", "organisation", "phone", "about", "slot", "key"] as const;
const texts = {
  name: { autocomplete: "name" },
  organisation: { autocomplete: "organization" },
  phone: { autocomplete: "tel", type: "tel", classes: "govuk-input--width-20" },
} as const;

export async function loader(args: LoaderFunctionArgs) {
  const { context, language } = await guard(args, "help.call-back");
  const { callTime } = wordsIn(momentWords, language);
  const now = context.now();
  const slots = callBackSlots(now, calendarOf(context.settings)).map((slot) => ({
    value: slot.code,
    text: callTime(slot, now),
  }));
  return { title: wordsIn(callBackWords, language).title, key: context.newId(), slots };
}

export async function action(args: ActionFunctionArgs) {
  const { context, language } = await guard(args, "help.call-back");
  const { errors } = wordsIn(callBackWords, language);
  const messages: Readonly<Record<string, string>> = errors;
  const form = parseForm(await readForm(args.request), {
    ...{ schema: callBackSchema, fields: [...fields] },
    words: (message) => messages[message] ?? message,
  });
  if (!form.ok) return wrongEntry(form.problems, form.typed);
  return entered(
    async () => {
      const network = networkOf(args.context.from);
      await askCallBack(context, { asked: form.value, network }).catch((error: unknown) => {
        throw error instanceof Invalid ? new Invalid({ slot: errors.slot }) : error;
      });
      return seeOther(href("help.call-back-asked", { id: form.value.key }));
    },
    form.typed,
    { language },
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export default function CallBackPage() {
  const words = useWords(callBackWords);
  const { key, slots } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { open, phones } = useSite();
  const typed = (name: (typeof fields)[number]) => {
    const value = again?.typed[name];
    return typeof value === "string" ? value : "";
  };
  const field = (name: (typeof fields)[number]) => ({
    ...{ name, value: typed(name), error: again?.problems.fields[name] },
  });
  const choice = (name: "danger" | "about" | "slot") => ({
    ...field(name),
    legend: { text: words[name].label, classes: "govuk-fieldset__legend--s" },
  });
  return (
    <PublicPage form back={href("report.professional")}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <EmergencyBlock />
      <p className="govuk-body">{words.intro}</p>
      <p className="govuk-inset-text">{words.noNames}</p>
      <p className="govuk-body">
        <Sentence
          words={open ? words.now : words.closed}
          phone={<PhoneLink number={open ? phones.day : phones.night} />}
        />
      </p>
      <form method="post" id={pageForm} noValidate>
        <input type="hidden" name="key" value={typed("key") || key} />
        <Radios
          {...choice("danger")}
          hint={words.danger.hint}
          items={dangerAnswers.map((value) => ({ value, text: words.danger.options[value] }))}
        />
        {(["name", "organisation", "phone"] as const).map((name) => (
          <Input
            key={name}
            {...field(name)}
            {...texts[name]}
            label={words[name].label}
            hint={name === "organisation" ? words.organisation.hint : undefined}
          />
        ))}
        <Radios
          {...choice("about")}
          items={callBackTopics.map((value) => ({ value, text: words.about.options[value] }))}
        />
        <Radios
          {...choice("slot")}
          items={slots.map(({ value, text }) => ({ value, text: capital(text) }))}
        />
        <Button preventDoubleClick>{words.send}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={href("report.professional")}>
          {words.refer}
        </a>
      </p>
    </PublicPage>
  );
}

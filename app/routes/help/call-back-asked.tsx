import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { wordsIn } from "#domain/language";
import { callBackWords } from "#domain/wording/call-back";
import { momentWords } from "#domain/wording/moments";
import { filled } from "#domain/wording/site";
import { readCallBackReceipt } from "#services/calls/ask-call-back";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { useSite } from "../../components/frame/use-site.ts";
import { Panel } from "../../components/govuk/panel.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, language } = await guard(args, "help.call-back-asked");
  const call = await handled(() => readCallBackReceipt(context, params["id"] ?? ""));
  const { asAt, until, danger } = call;
  return {
    title: wordsIn(callBackWords, language).asked.title,
    danger,
    when: until > asAt ? wordsIn(momentWords, language).callTime(call, asAt) : null,
  };
}

export default function CallBackAskedPage() {
  const words = useWords(callBackWords).asked;
  const { danger, when } = useLoaderData<typeof loader>();
  const { open, phones } = useSite();
  const phone = <PhoneLink number={open ? phones.day : phones.night} />;
  return (
    <PublicPage>
      <Panel title={words.title} />
      {danger !== "no" ? (
        <p className="govuk-body">
          <strong>
            <Sentence words={words.danger} phone={phone} />
          </strong>
        </p>
      ) : (
        <p className="govuk-body">
          {when === null ? <Sentence words={words.late} phone={phone} /> : filled(words.when, { when })}
        </p>
      )}
      <p className="govuk-body">{words.again}</p>
      {danger === "no" && (
        <p className="govuk-body">
          <Sentence words={words.worse} phone={phone} emergency={<PhoneLink number="999" />} />
        </p>
      )}
    </PublicPage>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { aroundPage, openForm } from "#app/http/draft";
import { parseForm, readForm } from "#app/http/form";
import { handled, refusal, seeOther } from "#app/http/guard";
import { entered, wrongEntry } from "#app/http/refused-entry";
import { wordsIn } from "#domain/language";
import { workAddressSchema } from "#domain/sender";
import { isAtHome } from "#domain/wording/at-home";
import { momentWords } from "#domain/wording/moments";
import { senderWords } from "#domain/wording/sender";
import { Invalid } from "#services/errors";
import { endOffer, offerDraft } from "#services/drafts/offer-draft";
import { draftHolder } from "#services/drafts/draft-holder";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { FinishLater } from "../../components/track/finish-later.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";

async function openPage(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const form = await openForm(args, "report.later");
  if (form.sent !== null) throw seeOther(href("report.sent", { draft: form.access.draftId }));
  if (isAtHome(form.reading.audience)) throw refusal(404);
  return form;
}

export async function loader(args: LoaderFunctionArgs) {
  const form = await openPage(args);
  const { language } = form.reading;
  const holder = await handled(() => draftHolder(form.context, form.access));
  const draft = form.access.draftId;
  return {
    title: wordsIn(senderWords, language).later.title,
    inDanger: aroundPage(form).inDanger,
    goOn: href("report.go-on", { draft }),
    code: holder.canBeProven ? href("report.email", { draft }) : null,
    until: wordsIn(momentWords, language).dayAndTime(holder.expiresAt),
    address: new URL(href("track.home"), form.context.site.origin).href,
    ...{ email: holder.email, offered: holder.offered },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, access, network, reading } = await openPage(args);
  const words = wordsIn(senderWords, reading.language).later;
  const body = await readForm(args.request);
  const here = href("report.later", { draft: access.draftId });
  if (body.get("then") === "take-back") {
    await handled(() => endOffer(context, access));
    return seeOther(here);
  }
  const form = parseForm(body, {
    schema: workAddressSchema,
    fields: ["email"],
    words: () => words.emailWrong,
  });
  if (!form.ok) return wrongEntry(form.problems, form.typed);
  return entered(
    async () => {
      await offerDraft(context, { ...access, email: form.value.email, network }).catch((error: unknown) => {
        throw error instanceof Invalid ? new Invalid({ email: words.own }) : error;
      });
      return seeOther(here);
    },
    form.typed,
    reading,
  );
}

export default function LaterPage() {
  const words = useWords(senderWords).later;
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage form={page.email !== null && !page.offered} back={page.goOn}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <FormProblems problems={again?.problems} />
          <h1 className="govuk-heading-l">{words.title}</h1>
          <FinishLater {...page} refused={again} />
        </div>
      </div>
    </PublicPage>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { entered, wrongEntry } from "#app/http/refused-entry";
import { senderCookie, senderCookieOf } from "#app/http/session";
import { networkOf } from "#domain/client-network";
import { workAddressSchema } from "#domain/sender";
import { dayAndTime } from "#domain/time-words";
import { senderWords } from "#domain/wording/sender";
import { takeOfferedDraft } from "#services/drafts/take-offered-draft";
import { askSenderCode } from "#services/senders/ask-sender-code";
import { findSender } from "#services/senders/find-sender";
import { listForms } from "#services/senders/list-forms";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { AskForCode } from "../../components/track/ask-for-code.tsx";
import { MyForms } from "../../components/track/my-forms.tsx";
import { href } from "../../href.ts";

const words = senderWords.en.track;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "track.home");
  const secret = senderCookieOf(args.request, context);
  const known = await handled(() => findSender(context, secret));
  if (known === null) return { title: words.title, mine: null };
  const forms = await handled(() => listForms(context, secret));
  const mine = {
    email: known.email,
    forms: forms.map((form) => ({
      id: form.id,
      started: dayAndTime(form.startedAt),
      changed: dayAndTime(form.changedAt),
      deleted: dayAndTime(form.deletedAt),
      offered: form.offered,
    })),
  };
  return { title: words.title, mine };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "track.home");
  const body = await readForm(args.request);
  const draftId = body.get("take");
  if (draftId !== null) {
    const sender = senderCookieOf(args.request, context);
    await handled(() => takeOfferedDraft(context, { draftId, sender }));
    return seeOther(href("report.go-on", { draft: draftId }));
  }
  const form = parseForm(body, {
    schema: workAddressSchema,
    fields: ["email"],
    words: () => words.emailWrong,
  });
  if (!form.ok) return wrongEntry(form.problems, form.typed);
  const { email } = form.value;
  return entered(async () => {
    const network = networkOf(args.context.from);
    const secret = await askSenderCode(context, { email, network });
    return seeOther(href("track.code"), { "Set-Cookie": senderCookie(context, secret) });
  }, form.typed);
}

export default function TrackPage() {
  const { mine } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage back={href("landing")}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <FormProblems problems={again?.problems} />
          <h1 className="govuk-heading-l">{words.title}</h1>
          {mine === null ? <AskForCode refused={again} /> : <MyForms {...mine} />}
        </div>
      </div>
    </PublicPage>
  );
}

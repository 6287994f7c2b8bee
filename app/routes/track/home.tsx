import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { pageIn } from "#app/http/page-number";
import { entered, wrongEntry } from "#app/http/refused-entry";
import { senderCookie, senderCookieOf } from "#app/http/session";
import { wordsIn } from "#domain/language";
import { networkOf } from "#domain/client-network";
import { workAddressSchema } from "#domain/sender";
import { momentWords } from "#domain/wording/moments";
import { senderWords } from "#domain/wording/sender";
import { formatReference } from "#domain/reference";
import { takeOfferedDraft } from "#services/drafts/take-offered-draft";
import { Invalid, NotFound } from "#services/errors";
import { askSenderCode } from "#services/senders/ask-sender-code";
import { claimSent } from "#services/senders/claim-sent";
import { findSender } from "#services/senders/find-sender";
import { listSent } from "#services/senders/list-sent";
import { listForms } from "#services/senders/list-forms";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { AskForCode } from "../../components/track/ask-for-code.tsx";
import { MyForms } from "../../components/track/my-forms.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, language } = await guard(args, "track.home");
  const words = wordsIn(senderWords, language).track;
  const { dayAndTime } = wordsIn(momentWords, language);
  const secret = senderCookieOf(args.request, context);
  const known = await handled(() => findSender(context, secret));
  if (known === null) return { title: words.title, mine: null };
  const forms = await handled(() => listForms(context, secret));
  const page = pageIn(args.request);
  const { rows, pages } = await handled(() => listSent(context, { secret, page }));
  const mine = {
    email: known.email,
    ...{ page, pages },
    sent: rows.map(({ reference, receivedAt, ...row }) => ({
      ...{ reference: formatReference(reference), received: dayAndTime(receivedAt) },
      ...row,
    })),
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
  const { context, language } = await guard(args, "track.home");
  const words = wordsIn(senderWords, language).track;
  const body = await readForm(args.request);
  const draftId = body.get("take");
  if (draftId !== null) {
    const sender = senderCookieOf(args.request, context);
    await handled(() => takeOfferedDraft(context, { draftId, sender }));
    return seeOther(href("report.go-on", { draft: draftId }));
  }
  if (body.has("reference")) {
    const reference = body.get("reference") ?? "";
    const typed = { reference };
    return entered(
      async () => {
        const secret = senderCookieOf(args.request, context);
        const network = networkOf(args.context.from);
        await claimSent(context, { secret, reference, network }).catch((error: unknown) => {
          throw error instanceof NotFound ? new Invalid({ reference: words.claimWrong }) : error;
        });
        return seeOther(href("track.home"));
      },
      typed,
      { language },
    );
  }
  const form = parseForm(body, {
    schema: workAddressSchema,
    fields: ["email"],
    words: () => words.emailWrong,
  });
  if (!form.ok) return wrongEntry(form.problems, form.typed);
  const { email } = form.value;
  return entered(
    async () => {
      const network = networkOf(args.context.from);
      const secret = await askSenderCode(context, { email, network, language });
      return seeOther(href("track.code"), { "Set-Cookie": senderCookie(context, secret) });
    },
    form.typed,
    { language },
  );
}

export default function TrackPage() {
  const words = useWords(senderWords).track;
  const { mine } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage form={mine === null} back={href("landing")}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <FormProblems problems={again?.problems} />
          <h1 className="govuk-heading-l">{words.title}</h1>
          {mine === null ? <AskForCode refused={again} /> : <MyForms {...mine} refused={again} />}
        </div>
      </div>
    </PublicPage>
  );
}

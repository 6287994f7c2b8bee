import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, handled, seeOther } from "#app/http/guard";
import { refusedFile, takeWithFile } from "#app/http/one-file";
import { senderCookieOf } from "#app/http/session";
import { networkOf } from "#domain/client-network";
import { wordsIn } from "#domain/language";
import { formatReference } from "#domain/reference";
import { addMoreSchema } from "#domain/sender-forms";
import { senderWords } from "#domain/wording/sender";
import { addMoreWithFile } from "#services/senders/add-more";
import { ownReference } from "#services/senders/open-sent";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { SendFile } from "../../components/questions/send-file.tsx";
import { useWords } from "../../components/use-words.ts";
import { href } from "../../href.ts";

async function openPage(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { context, params, language } = await guard(args, "track.files");
  const secret = senderCookieOf(args.request, context);
  const reference = await handled(() =>
    ownReference(context, { secret, reference: params["reference"] ?? "" }),
  );
  return { context, language, asked: { secret, reference } };
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, language, asked } = await openPage(args);
  const { title } = wordsIn(senderWords, language).files;
  return {
    title: `${title}: ${formatReference(asked.reference)}`,
    reference: asked.reference,
    refused: refusedFile(args.request, language),
    key: context.newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, language, asked } = await openPage(args);
  const errors: Readonly<Record<string, string>> = wordsIn(senderWords, language).sent.errors;
  const words = (message: string) => errors[message] ?? message;
  const form = { schema: addMoreSchema, fields: ["text", "danger", "key"], words, language };
  return takeWithFile(args.request, form, async (more, sent) => {
    const network = networkOf(args.context.from);
    await handled(() => addMoreWithFile(context, { ...asked, ...more, network, sent }));
    const told = more.danger === "no" ? "taken" : "danger";
    return seeOther(href("track.sent", { reference: asked.reference }, { told }));
  });
}

export default function SentFilesPage() {
  const { reference, refused, key } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const words = useWords(senderWords).files;
  const problems = again?.problems ?? refused;
  return (
    <PublicPage form back={href("track.sent", { reference })}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <FormProblems problems={problems} />
          <h1 className="govuk-heading-l">{`${words.title}: ${formatReference(reference)}`}</h1>
          <SendFile newKey={key} problems={problems} again={again} />
        </div>
      </div>
    </PublicPage>
  );
}

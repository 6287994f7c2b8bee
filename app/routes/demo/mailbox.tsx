import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { dayAndTime } from "#domain/time-words";
import { readMailbox } from "#services/demo/read-mailbox";
import { PublicPage } from "../../components/frame/public-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "demo.mailbox");
  const { messages, more } = await handled(() => readMailbox(context));
  return {
    title: "What was emailed",
    more,
    messages: messages.map(({ id, at, to, subject, text }) => ({
      id,
      at: dayAndTime(at),
      to: to.join(", "),
      subject,
      paragraphs: text.trim().split(/\n\s*\n/),
    })),
  };
}

export default function MailboxPage() {
  const { messages, more } = useLoaderData<typeof loader>();
  return (
    <PublicPage>
      <h1 className="govuk-heading-l">What was emailed</h1>
      <p className="govuk-body">
        Everything that this demonstration sent, newest first. It went through a real mail server on this
        machine and never left it.
      </p>
      {messages.length === 0 && <p className="govuk-body">Nothing yet.</p>}
      {messages.map(({ id, at, to, subject, paragraphs }) => (
        <article className="govuk-!-text-break-word" key={id}>
          <hr className="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
          <h2 className="govuk-heading-m">{subject}</h2>
          <p className="govuk-body-s">{`To ${to}, ${at}`}</p>
          {paragraphs.map((paragraph, i) => (
            <p className="govuk-body" key={i}>
              {paragraph}
            </p>
          ))}
        </article>
      ))}
      {more && <p className="govuk-body">Older ones are kept and not shown.</p>}
    </PublicPage>
  );
}

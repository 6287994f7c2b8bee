import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { listMessages } from "#services/mail/list-messages";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Details } from "../../components/govuk/details.tsx";
import { Tag } from "../../components/govuk/tag.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.messages");
  const messages = await handled(async () => listMessages(context, actor));
  return { title: "Emails that are sent", me: meOf(actor), messages };
}

export default function MessagesPage() {
  const { me, messages } = useLoaderData<typeof loader>();
  const leaking = messages.filter(({ leaks }) => leaks.length > 0).length;
  return (
    <StaffPage me={me} section="admin.settings" back={{ href: href("admin.settings"), text: "Settings" }}>
      <h1 className="govuk-heading-l">Emails that are sent</h1>
      <p className="govuk-body">
        Their texts are part of the program and cannot be changed here. The check below looks for words that
        would tell about a child, a worry or an outcome; a release in which it finds one does not pass its
        tests. Your authority’s name and telephone numbers come from the settings. Reference, times and code
        are made up.
      </p>
      <p className="govuk-body">
        {leaking === 0
          ? `The check finds nothing in any of the ${messages.length}.`
          : `The check finds something in ${leaking} of the ${messages.length}.`}
      </p>
      {messages.map(({ kind, what, subject, text, leaks }) => (
        <Details key={kind} summary={`${what.charAt(0).toUpperCase()}${what.slice(1)}`}>
          <p className="govuk-body">
            {leaks.length === 0 ? (
              <Tag colour="green">Tells nothing</Tag>
            ) : (
              <Tag colour="red">{`Tells: ${leaks.join(", ")}`}</Tag>
            )}
          </p>
          <p className="govuk-body">
            <b>{subject}</b>
          </p>
          <p className="govuk-body app-written">{text}</p>
        </Details>
      ))}
    </StaffPage>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { readTimeline } from "#services/contacts/read-timeline";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { Timeline } from "../../components/hub/timeline.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.timeline");
  const timeline = await handled(() => readTimeline(context, actor, params["reference"] ?? ""));
  return { title: "Timeline", me: meOf(actor), timeline };
}

export default function ContactTimelinePage() {
  const { me, timeline } = useLoaderData<typeof loader>();
  return (
    <ContactPage me={me} head={timeline.head} current="hub.contact.timeline">
      <h1 className="govuk-heading-l">Timeline</h1>
      <p className="govuk-body">
        Who did or read what, newest first. It comes from the audit and cannot be changed.
        {timeline.capped && " Only the newest part is shown here."}
      </p>
      <Timeline events={timeline.events} now={timeline.head.asAt} />
    </ContactPage>
  );
}

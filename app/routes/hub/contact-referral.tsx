import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { dayAndTime } from "#domain/time-words";
import { readReferral } from "#services/contacts/read-referral";
import { ContactFiles } from "../../components/hub/contact-files.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { SnapshotPages } from "../../components/hub/snapshot-pages.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.referral");
  const referral = await handled(() => readReferral(context, actor, params["reference"] ?? ""));
  return { title: "Full referral", me: meOf(actor), referral };
}

export default function ContactReferralPage() {
  const { me, referral } = useLoaderData<typeof loader>();
  const { head, pages, files } = referral;
  return (
    <ContactPage me={me} head={head} current="hub.contact.referral">
      <h1 className="govuk-heading-l">Full referral</h1>
      <p className="govuk-body">
        As it was asked and answered. Received {dayAndTime(head.receivedAt, head.asAt)}. It is never changed:
        what turns out to be wrong is corrected in a note beside it.
      </p>
      {head.can.referrer && (
        <p className="govuk-body">
          Who sent it is kept apart.{" "}
          <a className="govuk-link" href={href("hub.contact.referrer", { reference: head.reference })}>
            Open who sent it
          </a>
        </p>
      )}
      <SnapshotPages pages={pages} />
      {files.length > 0 && <ContactFiles reference={head.reference} files={files} asAt={head.asAt} />}
    </ContactPage>
  );
}

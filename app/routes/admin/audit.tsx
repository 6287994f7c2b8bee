import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import { listEvents } from "#services/audit/list-events";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.audit");
  const search = new URL(args.request.url).searchParams;
  const reference = search.get("reference")?.trim() ?? "";
  const olderThan = search.get("before");
  const page = await handled(() => listEvents(context, actor, { olderThan, reference: reference || null }));
  return { title: "Audit", me: meOf(actor), reference, page };
}

export default function AuditPage() {
  const { me, page, reference } = useLoaderData<typeof loader>();
  const about: Record<string, string> = reference === "" ? {} : { reference };
  return (
    <StaffPage me={me} section="admin.audit">
      <h1 className="govuk-heading-l">Audit</h1>
      <p className="govuk-body">Who did or saw what, newest first. Opening this page is recorded too.</p>
      <form method="get" action={href("admin.audit")}>
        <Input
          id="reference"
          name="reference"
          label="Only about one contact (its reference)"
          value={reference}
          classes="govuk-input--width-10"
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
      {page.events.length === 0 ? (
        <p className="govuk-body">Nothing is recorded that fits.</p>
      ) : (
        <div className="app-scroll" role="region" aria-label="Audit events" tabIndex={0}>
          <Table
            columns={[
              { head: "When" },
              { head: "Who" },
              { head: "What" },
              { head: "Code" },
              { head: "Contact" },
            ]}
            rows={page.events.map(({ id, at, kind, what, who, reference: about_ }) => ({
              key: id,
              cells: [
                dayAndTime(at),
                who,
                what,
                <code key="code" className="govuk-!-font-size-16">
                  {kind}
                </code>,
                about_ === null ? (
                  ""
                ) : (
                  <a
                    key="looked"
                    className="govuk-link"
                    href={href("hub.contact.looked", { reference: about_ })}
                  >
                    {formatReference(about_)}
                    <span className="govuk-visually-hidden">, who has looked</span>
                  </a>
                ),
              ],
            }))}
          />
        </div>
      )}
      {page.olderThan !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("admin.audit", {}, { ...about, before: page.olderThan })}>
            Older
          </a>
        </p>
      )}
    </StaffPage>
  );
}

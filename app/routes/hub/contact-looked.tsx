import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { formatReference } from "#domain/reference";
import { dayAndTime, longDate } from "#domain/time-words";
import { listLookers } from "#services/audit/list-lookers";
import type { Looker } from "#services/audit/read-listings";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.looked");
  const search = new URL(args.request.url).searchParams;
  const query = {
    reference: params["reference"] ?? "",
    before: search.get("before"),
    day: search.get("day"),
  };
  const lookers = await handled(() => listLookers(context, actor, query));
  return { title: "Who has looked", me: meOf(actor), lookers };
}

const byName = ({ name, job, organisation }: Looker) => `${name}, ${job}, ${organisation}`;

export default function ContactLookedPage() {
  const { me, lookers } = useLoaderData<typeof loader>();
  const { reference, looks, older, day, listings, asAt } = lookers;
  const reads = me.roles.some((role) => ["manager", "on_call_manager", "auditor"].includes(role));
  const back = reads
    ? { href: href("hub.contact", { reference }), text: "Back to the contact" }
    : { href: href("admin.audit"), text: "Back to the audit" };
  return (
    <StaffPage me={me} section={reads ? "hub.triage" : "admin.audit"} back={back}>
      <h1 className="govuk-heading-l">Who has looked at {formatReference(reference)}</h1>
      <p className="govuk-body">
        Every page that somebody opened, newest first. Opening this page is recorded too.
      </p>
      {looks.length === 0 ? (
        <p className="govuk-body">Nobody has opened it.</p>
      ) : (
        <div className="app-scroll" role="region" aria-label="Looks" tabIndex={0}>
          <Table
            columns={[
              { head: "When" },
              { head: "Who" },
              { head: "What they saw" },
              { head: "Why they could" },
            ]}
            rows={looks.map(({ id, at, by, what, why }) => ({
              key: id,
              cells: [dayAndTime(at, asAt), byName(by), what, why],
            }))}
          />
        </div>
      )}
      {older !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("hub.contact.looked", { reference }, { before: older, day })}>
            Older
          </a>
        </p>
      )}
      <h2 className="govuk-heading-m">Lists that showed it on {longDate(day)}</h2>
      {listings.length === 0 ? (
        <p className="govuk-body">No list showed it on that day.</p>
      ) : (
        <div className="app-scroll" role="region" aria-label="Lists" tabIndex={0}>
          <Table
            columns={[{ head: "Last" }, { head: "Who" }, { head: "List" }, { head: "Times", numeric: true }]}
            rows={listings.map(({ by, what, times, last }) => ({
              key: `${byName(by)} ${what}`,
              cells: [dayAndTime(last, asAt), byName(by), what, times],
            }))}
          />
        </div>
      )}
      <form method="get" action={href("hub.contact.looked", { reference })}>
        <Input
          id="day"
          name="day"
          label="Another day"
          hint="Year, month and day, such as 2026-11-27"
          value={day}
          classes="govuk-input--width-10"
        />
        <Button classes="govuk-button--secondary">Show that day</Button>
      </form>
    </StaffPage>
  );
}

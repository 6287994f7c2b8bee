import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsFrom } from "#app/http/refused-change";
import { periodDaysAtMost } from "#domain/period";
import { formatReference } from "#domain/reference";
import { dayAndTime, longDate } from "#domain/time-words";
import { listOddLooks, type OddLook } from "#services/audit/list-odd-looks";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "records.looking");
  const search = new URL(args.request.url).searchParams;
  const typed = { from: search.get("from"), until: search.get("until") };
  const page = Number(/^[1-9]\d{0,4}$/.exec(search.get("page") ?? "")?.[0] ?? 1);
  const odd = await handled(() => listOddLooks(context, actor, { ...typed, page }));
  const problems = Object.keys(odd.problems).length > 0 ? problemsFrom(odd.problems) : null;
  return { title: "Looks to ask about", me: meOf(actor), odd, typed, problems };
}

function OddTable({ by, looks }: { by: string; looks: readonly OddLook[] }) {
  return (
    <div className="app-scroll" role="region" aria-label={`Looks of ${by}`} tabIndex={0}>
      <Table
        columns={[
          { head: "When" },
          { head: "Contact" },
          { head: "Pages", numeric: true },
          { head: "Why ask" },
        ]}
        rows={looks.map(({ key, at, reference, looks: pages, why }) => ({
          key,
          cells: [
            dayAndTime(at),
            <a key="looked" className="govuk-link" href={href("hub.contact.looked", { reference })}>
              {formatReference(reference)}
              <span className="govuk-visually-hidden">, who has looked</span>
            </a>,
            pages,
            <ul key="why" className="govuk-list govuk-!-margin-bottom-0">
              {why.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>,
          ],
        }))}
      />
    </div>
  );
}

export default function LookingPage() {
  const { me, odd, typed, problems } = useLoaderData<typeof loader>();
  const { period, readers, page, pages, looks, asked, cut } = odd;
  const to = (number: number) =>
    href("records.looking", {}, { from: period.from, until: period.until, page: String(number) });
  return (
    <StaffPage me={me} section="records.looking">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Looks to ask about</h1>
      <p className="govuk-body">
        Looks at contacts that stand out. None of them proves anything: each row says why somebody should ask.
        Opening this page is recorded too.
      </p>
      <form method="get" action={href("records.looking")} noValidate>
        {(["from", "until"] as const).map((name) => (
          <Input
            key={name}
            name={name}
            label={name === "from" ? "First day" : "Last day"}
            hint={
              name === "from"
                ? `Year, month and day, such as 2026-11-27. ${periodDaysAtMost} days at most.`
                : undefined
            }
            value={problems === null ? period[name] : (typed[name] ?? "")}
            error={problems?.fields[name]}
            classes="govuk-input--width-10"
            autocomplete="off"
          />
        ))}
        <Button classes="govuk-button--secondary">Show these days</Button>
      </form>
      <p className="govuk-body">
        {`From ${longDate(period.from)} to ${longDate(period.until)}: ${looks} pages of contacts were opened. Looks to ask about: ${asked}.`}
      </p>
      {cut && (
        <p className="govuk-body">
          <strong>More was opened than can be looked through at once: ask for fewer days.</strong>
        </p>
      )}
      {readers.length === 0 && <p className="govuk-body">Nothing stands out.</p>}
      {readers.map(({ id, by, asked: askedOf, of, looks: own }) => (
        <section key={id} className="govuk-!-margin-bottom-7">
          <h2 className="govuk-heading-m">{`${by.name}, ${by.job}, ${by.organisation}`}</h2>
          <p className="govuk-body">{`${askedOf} to ask about, of ${of} contacts in a day that they looked at`}</p>
          <OddTable by={by.name} looks={own} />
        </section>
      ))}
      {pages > 1 && (
        <nav aria-label="Pages of the list" className="app-pages">
          {page > 1 && (
            <a className="govuk-link" href={to(page - 1)} rel="prev">
              Before
            </a>
          )}
          <span>{`Page ${page} of ${pages}`}</span>
          {page < pages && (
            <a className="govuk-link" href={to(page + 1)} rel="next">
              After
            </a>
          )}
        </nav>
      )}
    </StaffPage>
  );
}

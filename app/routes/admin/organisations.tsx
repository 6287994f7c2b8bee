import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { searchIn, searchQuery } from "#app/http/page-number";
import { organisationKindWords } from "#domain/organisation";
import { listWaitingAddresses } from "#services/directory/address-changes";
import { listOrganisations } from "#services/directory/organisations";
import { DirectorySearch } from "../../components/admin/directory-search.tsx";
import { PageLinks } from "../../components/frame/page-links.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.organisations");
  const query = searchIn(args.request);
  const list = await handled(() => listOrganisations(context, actor, query));
  const waiting = await handled(() => listWaitingAddresses(context, actor));
  return { title: "Organisations", me: meOf(actor), ...query, ...list, waiting: waiting.length };
}

export default function OrganisationsPage() {
  const { me, search, page, rows, pages, total, waiting } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="admin.organisations">
      <h1 className="govuk-heading-l">Organisations</h1>
      {waiting > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("admin.addresses")}>
            {waiting === 1
              ? "An address waits for a second person"
              : `${waiting} addresses wait for a second person`}
          </a>
        </p>
      )}
      <Button href={href("admin.organisation-add")}>Add an organisation</Button>
      <DirectorySearch
        action={href("admin.organisations")}
        label="A part of its name"
        none="No organisation has that in its name."
        {...{ search, total }}
      />
      {rows.length > 0 && (
        <div className="app-scroll" role="region" aria-label="Organisations" tabIndex={0}>
          <Table
            firstCellIsHeader
            columns={[
              { head: "Name" },
              { head: "Kind" },
              { head: "Census code" },
              { head: "Notices go to" },
              { head: "Teams", numeric: true },
              { head: "People", numeric: true },
            ]}
            rows={rows.map(({ id, name, kind, cinCode, dutyEmail, active, teams, people }) => ({
              key: id,
              cells: [
                <a key="name" className="govuk-link" href={href("admin.organisation", { id })}>
                  {name}
                </a>,
                active ? organisationKindWords[kind] : "Ended",
                cinCode ?? "",
                dutyEmail ?? "",
                teams,
                people,
              ],
            }))}
          />
        </div>
      )}
      <PageLinks {...{ page, pages }} to={(to) => href("admin.organisations", {}, searchQuery(search, to))} />
    </StaffPage>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { searchIn, searchQuery } from "#app/http/page-number";
import { rolesInWords } from "#domain/role-words";
import { listStaff } from "#services/accounts/list-staff";
import { DirectorySearch } from "../../components/admin/directory-search.tsx";
import { PageLinks } from "../../components/frame/page-links.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.people");
  const query = searchIn(args.request);
  const list = await handled(() => listStaff(context, actor, query));
  return { title: "People", me: meOf(actor), ...query, ...list };
}

export default function PeoplePage() {
  const { me, search, page, rows, pages, total } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="admin.people">
      <h1 className="govuk-heading-l">People who can sign in</h1>
      <Button href={href("admin.invite")}>Invite somebody</Button>
      <DirectorySearch
        action={href("admin.people")}
        label="A part of their name, job or organisation"
        none="Nobody fits that."
        {...{ search, total }}
      />
      {rows.length > 0 && (
        <div className="app-scroll" role="region" aria-label="People" tabIndex={0}>
          <Table
            firstCellIsHeader
            columns={[
              { head: "Name" },
              { head: "Job" },
              { head: "Organisation" },
              { head: "Team" },
              { head: "May" },
            ]}
            rows={rows.map((person) => ({
              key: person.id,
              cells: [
                <a key="name" className="govuk-link" href={href("admin.person", { id: person.id })}>
                  {person.name}
                </a>,
                person.jobTitle,
                person.organisation,
                person.team ?? "",
                person.active ? rolesInWords(person.roles) : "No longer here",
              ],
            }))}
          />
        </div>
      )}
      <PageLinks {...{ page, pages }} to={(to) => href("admin.people", {}, searchQuery(search, to))} />
    </StaffPage>
  );
}

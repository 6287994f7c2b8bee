import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { rolesInWords } from "#domain/role-words";
import { listStaff } from "#services/accounts/list-staff";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.people");
  return { title: "People", me: meOf(actor), people: await handled(() => listStaff(context, actor)) };
}

export default function PeoplePage() {
  const { me, people } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="admin.people">
      <h1 className="govuk-heading-l">People who can sign in</h1>
      <Button href={href("admin.invite")}>Invite somebody</Button>
      <div className="app-scroll" role="region" aria-label="People" tabIndex={0}>
        <Table
          firstCellIsHeader
          columns={[
            { head: "Name" },
            { head: "Job" },
            { head: "Organisation" },
            { head: "Team" },
            { head: "May" },
            { head: "Account" },
          ]}
          rows={people.map((person) => ({
            key: person.id,
            cells: [
              person.name,
              person.jobTitle,
              person.organisation,
              person.team ?? "",
              person.active ? rolesInWords(person.roles) : "No longer here",
              <a key="account" className="govuk-link" href={href("admin.recovery", { id: person.id })}>
                Recovery<span className="govuk-visually-hidden"> of {person.name}’s account</span>
              </a>,
            ],
          }))}
        />
      </div>
    </StaffPage>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { searchIn, searchQuery } from "#app/http/page-number";
import { ageInWords } from "#domain/directory";
import { teamPurposeWords } from "#domain/organisation";
import { listTeams, type ListedTeam } from "#services/directory/teams";
import { DirectorySearch } from "../../components/admin/directory-search.tsx";
import { PageLinks } from "../../components/frame/page-links.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.teams");
  const query = searchIn(args.request);
  const list = await handled(() => listTeams(context, actor, query));
  return { title: "Teams", me: meOf(actor), ...query, ...list };
}

const takes = ({ fromAge, toAge, areas }: Pick<ListedTeam, "fromAge" | "toAge" | "areas">) =>
  `${ageInWords(fromAge)} to ${ageInWords(toAge)}, ${areas.length === 0 ? "everywhere" : areas.join(", ")}`;

export default function TeamsPage() {
  const { me, search, page, rows, pages, total } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="admin.teams">
      <h1 className="govuk-heading-l">Teams</h1>
      <Button href={href("admin.team-add")}>Add a team</Button>
      <DirectorySearch
        action={href("admin.teams")}
        label="A part of its name, or of its organisation’s"
        none="No team has that in its name."
        {...{ search, total }}
      />
      {rows.length > 0 && (
        <div className="app-scroll" role="region" aria-label="Teams" tabIndex={0}>
          <Table
            firstCellIsHeader
            columns={[
              { head: "Name" },
              { head: "Organisation" },
              { head: "What it does" },
              { head: "Takes" },
              { head: "Notices go to" },
              { head: "People", numeric: true },
            ]}
            rows={rows.map((team) => ({
              key: team.id,
              cells: [
                <a key="name" className="govuk-link" href={href("admin.team", { id: team.id })}>
                  {team.name}
                </a>,
                team.organisation,
                team.active ? teamPurposeWords[team.purpose] : "Ended",
                takes(team),
                team.sentTo ?? "Nowhere",
                team.people,
              ],
            }))}
          />
        </div>
      )}
      <PageLinks {...{ page, pages }} to={(to) => href("admin.teams", {}, searchQuery(search, to))} />
    </StaffPage>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, problemsShown, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { changeTeamSchema, endSchema, proposeAddressSchema } from "#domain/admin-forms";
import { teamPurposeWords } from "#domain/organisation";
import { proposeAddress } from "#services/directory/change-address";
import { changeTeam, endTeam } from "#services/directory/change-team";
import { readTeam } from "#services/directory/teams";
import { AddressForm } from "../../components/admin/address-form.tsx";
import { EndForm } from "../../components/admin/end-form.tsx";
import { History } from "../../components/admin/history.tsx";
import { ReasonBox } from "../../components/admin/reason-box.tsx";
import { TeamFields } from "../../components/admin/team-fields.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.team");
  const found = await handled(() => readTeam(context, actor, params["id"] ?? ""));
  return { title: "A team", me: meOf(actor), ...found };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.team");
  const id = params["id"] ?? "";
  await handled(() => readTeam(context, actor, id));
  const body = await readForm(args.request);
  const back = () => href("admin.team", { id });
  if (body.get("do") === "address")
    return takeForm(body, { schema: proposeAddressSchema, fields: ["newEmail", "reason"] }, (value) =>
      proposeAddress(context, actor, { addressee: { of: "team", id }, ...value }).then(back),
    );
  if (body.get("do") === "end")
    return takeForm(body, { schema: endSchema, fields: ["reason"] }, ({ reason }) =>
      endTeam(context, actor, id, reason).then(back),
    );
  const fields = ["name", "fromAge", "toAge", "areas", "reason"];
  const many = ["needs"];
  return takeForm(body, { schema: changeTeamSchema, fields, many }, (value) =>
    changeTeam(context, actor, id, value).then(back),
  );
}

export default function TeamPage() {
  const { me, team, members, address, history } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { id, name, active, fromAge, toAge, areas, needs } = team;
  const here = href("admin.team", { id });
  const ages = { fromAge: String(fromAge), toAge: String(toAge) };
  const stands = { name, ...ages, areas: areas.join(", "), needs };
  const change = formState("change", again, stands);
  return (
    <StaffPage me={me} section="admin.teams" back={{ href: href("admin.teams"), text: "Teams" }}>
      <FormProblems problems={problemsShown(again)} />
      <h1 className="govuk-heading-l">{name}</h1>
      <p className="govuk-body">
        {active
          ? `A team of ${team.organisation}. ${teamPurposeWords[team.purpose]}.`
          : "It has ended. It stays in what was recorded."}
      </p>
      {active && (
        <>
          <form method="post" action={here} noValidate>
            <input type="hidden" name="do" value="change" />
            <TeamFields form={change} />
            <ReasonBox form={change} />
            <Button preventDoubleClick>Save</Button>
          </form>
          <AddressForm
            action={here}
            form={formState("address", again)}
            standing={team.sentTo}
            waiting={address}
          />
        </>
      )}
      <h2 className="govuk-heading-m">People</h2>
      {members.length === 0 && <p className="govuk-body">Nobody is in this team.</p>}
      <ul className="govuk-list">
        {members.map((member) => (
          <li key={member.id}>
            <a className="govuk-link" href={href("admin.person", { id: member.id })}>
              {member.name}
            </a>
            {`, ${member.jobTitle}`}
          </li>
        ))}
      </ul>
      <History entries={history} empty="Nothing was changed since it was made." />
      {active && (
        <EndForm
          action={here}
          form={formState("end", again)}
          summary="End this team"
          says="No work is routed to it then. Its people have to be moved and its work given to another team first."
          button="End it"
        />
      )}
    </StaffPage>
  );
}

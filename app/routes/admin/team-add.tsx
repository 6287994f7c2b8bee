import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { addTeamSchema } from "#domain/admin-forms";
import { teamPurposes, teamPurposeWords } from "#domain/organisation";
import { addTeam } from "#services/directory/change-team";
import { namesOfOrganisations } from "#services/directory/organisations";
import { ReasonBox } from "../../components/admin/reason-box.tsx";
import { TeamFields } from "../../components/admin/team-fields.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { Select } from "../../components/govuk/select.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.team-add");
  const organisations = await handled(() => namesOfOrganisations(context, actor));
  return { title: "Add a team", me: meOf(actor), organisations };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "admin.team-add");
  const fields = ["organisationId", "purpose", "name", "fromAge", "toAge", "areas", "dutyEmail", "reason"];
  const many = ["needs"];
  return takeForm(await readForm(args.request), { schema: addTeamSchema, fields, many }, async (value) => {
    const id = await addTeam(context, actor, value);
    return href("admin.team", { id });
  });
}

export default function AddTeamPage() {
  const { me, organisations } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const form = formState("", again, { fromAge: "-1", toAge: "17" });
  const choose = { value: "", text: "Choose" };
  return (
    <StaffPage me={me} section="admin.teams" back={{ href: href("admin.teams"), text: "Teams" }}>
      <FormProblems problems={form.problems} />
      <h1 className="govuk-heading-l">Add a team</h1>
      <form method="post" action={href("admin.team-add")} noValidate>
        <Select
          {...form.field("organisationId")}
          label="Whose team it is"
          items={[choose, ...organisations.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Select
          {...form.field("purpose")}
          label="What it does"
          items={[choose, ...teamPurposes.map((value) => ({ value, text: teamPurposeWords[value] }))]}
        />
        <TeamFields form={form} />
        <Input
          {...form.field("dutyEmail")}
          label="Address for notices"
          hint="Empty sends them to its organisation’s. To change it later takes two administrators"
          type="email"
          spellcheck={false}
          autocomplete="off"
        />
        <ReasonBox form={form} />
        <Button preventDoubleClick>Add it</Button>
      </form>
    </StaffPage>
  );
}

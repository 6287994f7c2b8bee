import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { addOrganisationSchema } from "#domain/admin-forms";
import { addableKinds } from "#domain/organisation";
import { addOrganisation } from "#services/directory/change-organisation";
import { OrganisationFields } from "../../components/admin/organisation-fields.tsx";
import { ReasonBox } from "../../components/admin/reason-box.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await guard(args, "admin.organisation-add");
  return { title: "Add an organisation", me: meOf(actor) };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "admin.organisation-add");
  const fields = ["name", "kind", "cinCode", "emailDomains", "dutyEmail", "reason"];
  return takeForm(await readForm(args.request), { schema: addOrganisationSchema, fields }, async (value) => {
    const id = await addOrganisation(context, actor, value);
    return href("admin.organisation", { id });
  });
}

export default function AddOrganisationPage() {
  const { me } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const form = formState("", again);
  return (
    <StaffPage
      me={me}
      section="admin.organisations"
      back={{ href: href("admin.organisations"), text: "Organisations" }}
    >
      <FormProblems problems={form.problems} />
      <h1 className="govuk-heading-l">Add an organisation</h1>
      <form method="post" action={href("admin.organisation-add")} noValidate>
        <OrganisationFields form={form} kinds={addableKinds} />
        <Input
          {...form.field("dutyEmail")}
          label="Address for notices"
          hint="An inbox that several people read, never a person’s own. To change it later takes two administrators"
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

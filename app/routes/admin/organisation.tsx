import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, problemsShown, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { changeOrganisationSchema, endSchema, proposeAddressSchema } from "#domain/admin-forms";
import { addableKinds } from "#domain/organisation";
import { proposeAddress } from "#services/directory/change-address";
import { changeOrganisation, endOrganisation } from "#services/directory/change-organisation";
import { readOrganisation } from "#services/directory/organisations";
import { AddressForm } from "../../components/admin/address-form.tsx";
import { EndForm } from "../../components/admin/end-form.tsx";
import { History } from "../../components/admin/history.tsx";
import { OrganisationFields } from "../../components/admin/organisation-fields.tsx";
import { ReasonBox } from "../../components/admin/reason-box.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.organisation");
  const found = await handled(() => readOrganisation(context, actor, params["id"] ?? ""));
  return { title: "An organisation", me: meOf(actor), ...found };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.organisation");
  const id = params["id"] ?? "";
  // Whatever was typed: what is not there is not there.
  await handled(() => readOrganisation(context, actor, id));
  const body = await readForm(args.request);
  const back = () => href("admin.organisation", { id });
  if (body.get("do") === "address")
    return takeForm(body, { schema: proposeAddressSchema, fields: ["newEmail", "reason"] }, (value) =>
      proposeAddress(context, actor, { addressee: { of: "organisation", id }, ...value }).then(back),
    );
  if (body.get("do") === "end")
    return takeForm(body, { schema: endSchema, fields: ["reason"] }, ({ reason }) =>
      endOrganisation(context, actor, id, reason).then(back),
    );
  const fields = ["name", "kind", "cinCode", "emailDomains", "reason"];
  return takeForm(body, { schema: changeOrganisationSchema, fields }, (value) =>
    changeOrganisation(context, actor, id, value).then(back),
  );
}

export default function OrganisationPage() {
  const { me, organisation, teams, address, history } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { id, name, kind, active } = organisation;
  const here = href("admin.organisation", { id });
  const change = formState("change", again, {
    name,
    kind,
    cinCode: organisation.cinCode ?? "",
    emailDomains: organisation.emailDomains.join(", "),
  });
  return (
    <StaffPage
      me={me}
      section="admin.organisations"
      back={{ href: href("admin.organisations"), text: "Organisations" }}
    >
      <FormProblems problems={problemsShown(again)} />
      <h1 className="govuk-heading-l">{name}</h1>
      {!active && <p className="govuk-body">It has ended. It stays in what was recorded.</p>}
      {active && (
        <>
          <form method="post" action={here} noValidate>
            <input type="hidden" name="do" value="change" />
            <OrganisationFields form={change} kinds={kind === "council" ? ["council"] : addableKinds} />
            <ReasonBox form={change} />
            <Button preventDoubleClick>Save</Button>
          </form>
          <AddressForm
            action={here}
            form={formState("address", again)}
            standing={organisation.dutyEmail}
            waiting={address}
          />
        </>
      )}
      <h2 className="govuk-heading-m">Systems</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={href("admin.organisation-keys", { id })}>
          Keys of its systems
        </a>
        {" and "}
        <a className="govuk-link" href={href("admin.organisation-webhook", { id })}>
          what its system is told
        </a>
      </p>
      <h2 className="govuk-heading-m">Teams</h2>
      {teams.length === 0 && <p className="govuk-body">It has no team.</p>}
      <ul className="govuk-list">
        {teams.map((team) => (
          <li key={team.id}>
            <a className="govuk-link" href={href("admin.team", { id: team.id })}>
              {team.name}
            </a>
          </li>
        ))}
      </ul>
      <History entries={history} empty="Nothing was changed since it was made." />
      {active && kind !== "council" && (
        <EndForm
          action={here}
          form={formState("end", again)}
          summary="End this organisation"
          says="It takes nothing new then, and nobody of it can sign in. Its people and teams have to be ended first."
          button="End it"
        />
      )}
    </StaffPage>
  );
}

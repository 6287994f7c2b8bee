import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm, type Typed } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { entered, wrongEntry } from "#app/http/refused-entry";
import { formState } from "#app/http/admin-form";
import { roles } from "#domain/actor";
import { hubFormWords } from "#domain/hub-forms";
import { invitationSchema } from "#domain/invitation";
import { roleWords } from "#domain/role-words";
import { invitePerson } from "#services/accounts/invite-person";
import { listPlaces } from "#services/accounts/list-places";
import { ReasonBox } from "../../components/admin/reason-box.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Checkboxes } from "../../components/govuk/checkboxes.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { Select } from "../../components/govuk/select.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.invite");
  return {
    title: "Invite somebody",
    me: meOf(actor),
    places: await handled(() => listPlaces(context, actor)),
    hasProvider: context.provider !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "admin.invite");
  const form = parseForm(await readForm(args.request), {
    schema: invitationSchema,
    fields: ["name", "jobTitle", "email", "place", "reason"],
    many: ["roles"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongEntry(form.problems, form.typed);
  return entered(async () => {
    const id = await invitePerson(context, actor, form.value);
    return seeOther(href("admin.recovery", { id }));
  }, form.typed);
}

const textOf = (typed: Typed | undefined, field: string): string | undefined => {
  const value = typed?.[field];
  return typeof value === "string" ? value : undefined;
};

export default function InvitePage() {
  const { me, places, hasProvider } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { typed, problems } = again ?? {};
  const ticked = typed?.["roles"];
  const field = (name: string) => ({ value: textOf(typed, name), error: problems?.fields[name] });
  return (
    <StaffPage me={me} section="admin.people" back={{ href: href("admin.people"), text: "People" }}>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Invite somebody</h1>
      <p className="govuk-body">
        They get an email, prove with a code that the inbox is theirs, and set a password and a second factor.
        Until then nobody can sign in as them.
      </p>
      {hasProvider && (
        <p className="govuk-body">
          People of the council need no invitation: they sign in with their council account, and their groups
          there say what they may do.
        </p>
      )}
      <form method="post" action={href("admin.invite")}>
        <Input name="name" label="Their name" spellcheck={false} {...field("name")} />
        <Input name="jobTitle" label="What they do" hint="Such as “Named nurse”" {...field("jobTitle")} />
        <Input
          name="email"
          label="Their own work email address"
          type="email"
          spellcheck={false}
          {...field("email")}
        />
        <Select
          name="place"
          label="Where they work"
          items={[
            { value: "", text: "Choose" },
            ...places.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          {...field("place")}
        />
        <Checkboxes
          name="roles"
          legend={{ text: "What they may do" }}
          hint="People of other organisations can be partner agencies or advice workers."
          values={typeof ticked === "string" ? [ticked] : (ticked ?? [])}
          items={roles.map((role) => ({ value: role, text: roleWords[role] }))}
          error={problems?.fields["roles"]}
        />
        <ReasonBox form={formState("", again)} />
        <Button preventDoubleClick>Send the invitation</Button>
      </form>
    </StaffPage>
  );
}

import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, problemsShown, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { endKeySchema, makeKeySchema, replaceKeySchema } from "#domain/api/keys";
import { endKey, makeKey, replaceKey } from "#services/api/change-keys";
import { listKeys } from "#services/api/list-keys";
import { EndKeyForm, MakeKeyForm, ReplaceKeyForm } from "../../components/admin/key-forms.tsx";
import { KeyList } from "../../components/admin/key-list.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.organisation-keys");
  const found = await handled(() => listKeys(context, actor, params["id"] ?? ""));
  return { title: "Keys of an organisation’s systems", me: meOf(actor), newId: context.newId(), ...found };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.organisation-keys");
  const organisationId = params["id"] ?? "";
  // Whatever was typed: what is not there is not there.
  await handled(() => listKeys(context, actor, organisationId));
  const body = await readForm(args.request);
  const here = href("admin.organisation-keys", { id: organisationId });
  const shown: { name: string; secret: string }[] = [];
  const show = (made: { name: string; secret: string }) => {
    shown.push(made);
    return here;
  };
  const refused = await (() => {
    switch (body.get("do")) {
      case "end":
        return takeForm(body, { schema: endKeySchema, fields: ["key", "reason"] }, (value) =>
          endKey(context, actor, organisationId, value).then(() => here),
        );
      case "replace":
        return takeForm(
          body,
          { schema: replaceKeySchema, fields: ["id", "key", "overlap", "reason"] },
          (value) => replaceKey(context, actor, organisationId, value).then(show),
        );
      default:
        return takeForm(
          body,
          { schema: makeKeySchema, fields: ["id", "name", "reason"], many: ["scopes"] },
          (value) => makeKey(context, actor, organisationId, value).then(show),
        );
    }
  })();
  // A new key stands in this one answer and nowhere else: no address leads to it.
  const [made] = shown;
  return made === undefined ? refused : data({ made });
}

export default function OrganisationKeysPage() {
  const { me, newId, organisation, keys } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const made = answered && "made" in answered ? answered.made : null;
  const again = answered && "problems" in answered ? answered : undefined;
  const here = href("admin.organisation-keys", { id: organisation.id });
  const good = keys.filter((key) => key.good);
  const form = (name: string) => ({ action: here, form: formState(name, again), newId });
  return (
    <StaffPage
      me={me}
      section="admin.organisations"
      back={{ href: href("admin.organisation", { id: organisation.id }), text: organisation.name }}
    >
      <FormProblems problems={problemsShown(again)} />
      <h1 className="govuk-heading-l">Keys of its systems</h1>
      {made !== null && (
        <InsetText>
          <p className="govuk-body">{`The key for ${made.name}. It is shown here once: copy it now.`}</p>
          <code className="app-written">{made.secret}</code>
        </InsetText>
      )}
      <p className="govuk-body">
        With a key a system of this organisation sends contacts without a person who signs in. Give it to the
        person who looks after that system, in a way that nobody else reads.{" "}
        <a className="govuk-link" href={href("api.docs")}>
          What the system can ask for
        </a>
      </p>
      <KeyList keys={keys} />
      {organisation.active && <MakeKeyForm {...form("make")} />}
      {organisation.active && good.length > 0 && <ReplaceKeyForm {...form("replace")} keys={good} />}
      {good.length > 0 && <EndKeyForm {...form("end")} keys={good} />}
    </StaffPage>
  );
}

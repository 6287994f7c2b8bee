import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, problemsShown, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { changePersonSchema, endSchema } from "#domain/admin-forms";
import { rolesInWords, roleWords } from "#domain/role-words";
import { changePerson } from "#services/directory/change-person";
import { endPerson } from "#services/directory/end-person";
import { readPerson } from "#services/directory/people";
import { returnPerson } from "#services/directory/return-person";
import { EndForm } from "../../components/admin/end-form.tsx";
import { History } from "../../components/admin/history.tsx";
import { ReasonBox } from "../../components/admin/reason-box.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Checkboxes } from "../../components/govuk/checkboxes.tsx";
import { Select } from "../../components/govuk/select.tsx";
import { SummaryList } from "../../components/govuk/summary-list.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.person");
  const found = await handled(() => readPerson(context, actor, params["id"] ?? ""));
  return { title: "A person", me: meOf(actor), ...found };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.person");
  const id = params["id"] ?? "";
  await handled(() => readPerson(context, actor, id));
  const body = await readForm(args.request);
  const back = () => href("admin.person", { id });
  if (body.get("do") === "end")
    return takeForm(body, { schema: endSchema, fields: ["reason"] }, ({ reason }) =>
      endPerson(context, actor, id, reason).then(back),
    );
  const change = body.get("do") === "return" ? returnPerson : changePerson;
  const shape = { schema: changePersonSchema, fields: ["teamId", "reason"], many: ["roles"] };
  return takeForm(body, shape, (value) => change(context, actor, id, value).then(back));
}

export default function PersonPage() {
  const { me, person, isMe, teams, mayHave, history } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { id, name, active, fromProvider } = person;
  const here = href("admin.person", { id });
  const form = formState(active ? "change" : "return", again, {
    teamId: person.teamId ?? "",
    roles: person.roles,
  });
  const { name: rolesName, id: rolesId, error: rolesError } = form.field("roles");
  return (
    <StaffPage me={me} section="admin.people" back={{ href: href("admin.people"), text: "People" }}>
      <FormProblems problems={problemsShown(again)} />
      <h1 className="govuk-heading-l">{name}</h1>
      <SummaryList
        rows={[
          { key: "Job", value: person.jobTitle },
          { key: "Email", value: person.email },
          { key: "Organisation", value: person.organisation },
          { key: "Team", value: person.team ?? "None" },
          { key: "May", value: active ? rolesInWords(person.roles) : "No longer here" },
        ]}
      />
      {active && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("admin.recovery", { id })}>
            Invitation or recovery of their account
          </a>
        </p>
      )}
      {isMe && <p className="govuk-body">Another administrator changes what you may do.</p>}
      {!active && (
        <p className="govuk-body">
          {fromProvider
            ? "They were ended here. If you let them come back, they sign in with their council account, and their groups there say what they may do."
            : "They were ended here. If you let them come back, they are invited by email and set up their account anew: what they signed in with before opens nothing."}
        </p>
      )}
      {!isMe && (
        <form method="post" action={here} noValidate>
          <input type="hidden" name="do" value={active ? "change" : "return"} />
          <Select
            {...form.field("teamId")}
            label="Team"
            items={[
              { value: "", text: "None" },
              ...teams.map((team) => ({ value: team.id, text: team.name })),
            ]}
          />
          {(active || !fromProvider) && (
            <Checkboxes
              name={rolesName}
              idPrefix={rolesId}
              legend={{ text: "What they may do" }}
              hint={
                fromProvider
                  ? "They sign in with their council account: their groups there say what they may do"
                  : active
                    ? "They show who they are again before they go on"
                    : undefined
              }
              values={form.values("roles")}
              items={mayHave.map((role) => ({ value: role, text: roleWords[role] }))}
              error={rolesError}
            />
          )}
          <ReasonBox form={form} />
          <Button preventDoubleClick>{active ? "Save" : "Let them come back"}</Button>
        </form>
      )}
      <History entries={history} empty="Nothing was changed since they came." />
      {active && !isMe && (
        <EndForm
          action={here}
          form={formState("end", again)}
          summary="End this person"
          says="They are signed out everywhere at once and cannot come back. What they hold goes back to the queue, and an invitation or a recovery is worth nothing any more."
          button="End them here"
        />
      )}
    </StaffPage>
  );
}

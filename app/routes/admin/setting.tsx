import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState } from "#app/http/admin-form";
import { readForm, shownAgain, typedIn } from "#app/http/form";
import { guard, handled, refusal, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { versionIn } from "#app/http/refused-change";
import { refusedSetting } from "#app/http/refused-setting";
import { bankHolidays } from "#domain/bank-holidays";
import { groupFacts, isSettingGroup, type SettingGroup } from "#domain/setting-groups";
import { fieldsOf } from "#domain/setting-form";
import { typedFrom } from "#domain/setting-values";
import { localDate, longDate } from "#domain/time-words";
import { readGroup } from "#services/settings/read-groups";
import { checkHelpline, saveSettings } from "#services/settings/save-settings";
import { CheckedToday } from "../../components/admin/checked-today.tsx";
import { ReasonBox } from "../../components/admin/reason-box.tsx";
import { SettingFields } from "../../components/admin/setting-field.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Details } from "../../components/govuk/details.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

function groupIn(params: Readonly<Record<string, string>>): SettingGroup {
  const group = params["group"] ?? "";
  if (!isSettingGroup(group)) throw refusal(404);
  return group;
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.setting");
  const group = groupIn(params);
  const { settings, version } = await handled(() => readGroup(context, actor, group));
  const today = localDate(context.now());
  return {
    title: groupFacts[group].title,
    me: meOf(actor),
    ...{ group, version, fields: fieldsOf(group, settings), standing: typedFrom(group, settings) },
    lines: group === "helplines" ? settings.helplines : [],
    published: group === "holidays" ? bankHolidays.filter((day) => day >= today).map(longDate) : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.setting");
  const group = groupIn(params);
  const body = await readForm(args.request);
  const back = () => seeOther(href("admin.setting", { group }));
  const checked = body.get("checked");
  if (group === "helplines" && checked !== null)
    return (await refusedSetting(() => checkHelpline(context, actor, checked), {})) ?? back();
  const { settings } = await handled(() => readGroup(context, actor, group));
  const fields = fieldsOf(group, settings);
  const typed = typedIn(body, {
    fields: ["reason", ...fields.filter(({ kind }) => kind !== "days").map(({ name }) => name)],
    many: fields.filter(({ kind }) => kind === "days").map(({ name }) => name),
  });
  const asked = { group, version: versionIn(body), typed, reason: String(typed["reason"] ?? "") };
  return (await refusedSetting(() => saveSettings(context, actor, asked), shownAgain(typed))) ?? back();
}

export default function SettingPage() {
  const { me, group, version, fields, standing, lines, published } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { title, says } = groupFacts[group];
  // A refused "checked today" brings no typed fields along; the form below then shows what stands.
  const typed = again && Object.keys(again.typed).length > 0 ? again.typed : standing;
  return (
    <StaffPage me={me} section="admin.settings" back={{ href: href("admin.settings"), text: "Settings" }}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{says}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={href("admin.setting-versions", { group })}>
          Versions: who changed what, when and why
        </a>
      </p>
      {published.length > 0 && (
        <Details summary="The published bank holidays to come">
          <ul className="govuk-list">
            {published.map((day) => (
              <li key={day}>{day}</li>
            ))}
          </ul>
        </Details>
      )}
      <CheckedToday lines={lines} action={href("admin.setting", { group })} />
      <form method="post" action={href("admin.setting", { group })} noValidate>
        <input type="hidden" name="version" value={again?.version ?? version} />
        <SettingFields fields={fields} typed={typed} problems={again?.problems} />
        <ReasonBox form={formState("", again)} />
        <Button preventDoubleClick>Save as a new version</Button>
      </form>
      <p className="govuk-body">
        Looked at it and it still holds? Save it as it is, and say so. It is in force everywhere within ten
        seconds.
      </p>
    </StaffPage>
  );
}

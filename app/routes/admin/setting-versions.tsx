import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, problemsShown } from "#app/http/admin-form";
import { readForm, shownAgain, typedIn } from "#app/http/form";
import { guard, handled, refusal, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { pageIn } from "#app/http/page-number";
import { versionIn } from "#app/http/refused-change";
import { refusedSetting } from "#app/http/refused-setting";
import { groupFacts, isSettingGroup, type SettingGroup } from "#domain/setting-groups";
import { dayAndTime } from "#domain/time-words";
import { listVersions } from "#services/settings/list-versions";
import { putBackSettings } from "#services/settings/put-back-settings";
import { PageLinks } from "../../components/frame/page-links.tsx";
import { ReasonBox } from "../../components/admin/reason-box.tsx";
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
  const { context, actor, params } = await guard(args, "admin.setting-versions");
  const group = groupIn(params);
  const list = await handled(() => listVersions(context, actor, { group, page: pageIn(args.request) }));
  const now = context.now();
  const versions = list.versions.map((one) => ({ ...one, at: dayAndTime(one.at, now) }));
  return { title: `Versions: ${groupFacts[group].title}`, me: meOf(actor), group, ...list, versions };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.setting-versions");
  const group = groupIn(params);
  const body = await readForm(args.request);
  const typed = typedIn(body, { fields: ["do", "reason"] });
  const asked = {
    ...{ group, version: versionIn(body), changeId: String(typed["do"] ?? "") },
    reason: String(typed["reason"] ?? ""),
  };
  const refused = await refusedSetting(() => putBackSettings(context, actor, asked), shownAgain(typed));
  return refused ?? seeOther(href("admin.setting-versions", { group }));
}

export default function SettingVersionsPage() {
  const { me, group, version, versions, page, pages } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const asked = again?.typed["do"];
  return (
    <StaffPage
      me={me}
      section="admin.settings"
      back={{ href: href("admin.setting", { group }), text: groupFacts[group].title }}
    >
      <FormProblems problems={problemsShown(again)} />
      <h1 className="govuk-heading-l">{`Versions: ${groupFacts[group].title}`}</h1>
      {versions.length === 0 && (
        <p className="govuk-body">Nobody has changed it. It stands as the product came.</p>
      )}
      <ol className="govuk-list" reversed>
        {versions.map(({ changeId, number, at, by, reason, changed, stands }) => (
          <li key={number} className="govuk-!-margin-bottom-6">
            <h2 className="govuk-heading-m govuk-!-margin-bottom-1">
              {`Version ${number}${stands ? ", which stands" : ""}`}
            </h2>
            <p className="govuk-body govuk-!-margin-bottom-1">{`${by ?? "The system"}, ${at}`}</p>
            {reason !== null && <p className="govuk-body app-written">{reason}</p>}
            <ul className="govuk-list govuk-list--bullet">
              {changed.length === 0 && <li>Nothing different: it was looked at</li>}
              {changed.map(({ label, from, to }) => (
                <li key={label}>{`${label}: ${to} (before: ${from})`}</li>
              ))}
            </ul>
            {!stands && changeId !== null && (
              <Details summary={`Put version ${number} back`} open={asked === changeId}>
                <form method="post" action={href("admin.setting-versions", { group })} noValidate>
                  <input type="hidden" name="version" value={again?.version ?? version} />
                  <input type="hidden" name="do" value={changeId} />
                  <ReasonBox form={formState(changeId, again)} />
                  <Button classes="govuk-button--secondary" preventDoubleClick>
                    Put it back as a new version
                  </Button>
                </form>
              </Details>
            )}
          </li>
        ))}
      </ol>
      <PageLinks
        page={page}
        pages={pages}
        to={(number) => href("admin.setting-versions", { group }, { page: String(number) })}
      />
    </StaffPage>
  );
}

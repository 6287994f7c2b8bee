import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { groupFacts, settingGroups } from "#domain/setting-groups";
import { longDate } from "#domain/time-words";
import { readOverview } from "#services/settings/read-groups";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { SummaryList } from "../../components/govuk/summary-list.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.settings");
  const { due, lastKept } = await handled(() => readOverview(context, actor));
  const groups = settingGroups.map((group) => {
    const kept = groupFacts[group].keys.flatMap((key) => lastKept[key] ?? []).sort();
    return { group, title: groupFacts[group].title, kept: kept.at(-1) ?? null };
  });
  return { title: "Settings", me: meOf(actor), due, groups };
}

export default function SettingsPage() {
  const { me, due, groups } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="admin.settings">
      <h1 className="govuk-heading-l">Settings</h1>
      <h2 className="govuk-heading-m">Out of date</h2>
      {due.length === 0 ? (
        <p className="govuk-body">Nothing is out of date.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {due.map(({ group, words }) => (
            <li key={words}>
              <a className="govuk-link" href={href("admin.setting", { group })}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
      <h2 className="govuk-heading-m">What can be set</h2>
      <SummaryList
        rows={groups.map(({ group, title, kept }) => ({
          key: title,
          value: kept === null ? "As the product came" : `Last kept on ${longDate(kept)}`,
          actions: [
            { href: href("admin.setting", { group }), text: "Change", visuallyHiddenText: title },
            {
              href: href("admin.setting-versions", { group }),
              text: "Versions",
              visuallyHiddenText: `of ${title}`,
            },
          ],
        }))}
      />
      <h2 className="govuk-heading-m">What cannot be set</h2>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={href("admin.keys")}>
            Keys: what still needs which version
          </a>
        </li>
        <li>
          <a className="govuk-link" href={href("admin.messages")}>
            The emails that are sent, with the check that none tells about a child
          </a>
        </li>
      </ul>
    </StaffPage>
  );
}

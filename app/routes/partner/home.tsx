import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { may } from "#domain/permissions";
import { listTray } from "#services/agencies/list-tray";
import { listActions } from "#services/strategy/list-actions";
import { listDiscussions } from "#services/strategy/list-discussions";
import { TrayList, trayInShort } from "../../components/agencies/tray-list.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { ActionList } from "../../components/strategy/action-list.tsx";
import { DiscussionList } from "../../components/strategy/discussion-list.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "partner.home");
  const [list, tray, actions] = await Promise.all([
    handled(() => listDiscussions(context, actor)),
    handled(() => listTray(context, actor)),
    handled(() => listActions(context, actor)),
  ]);
  return {
    title: "What is asked of you",
    me: meOf(actor),
    sendsNotices: may(actor, "send-notices"),
    answered: new URL(args.request.url).searchParams.get("done") === "answered",
    tray,
    actions,
    ...list,
  };
}

export default function PartnerHomePage() {
  const { me, tray, actions, answered, rows, asAt, sendsNotices } = useLoaderData<typeof loader>();
  const open = rows.filter(({ heldAt }) => heldAt === null);
  const held = rows.filter(({ heldAt }) => heldAt !== null);
  const unanswered = open.filter(({ answer }) => answer === null).length;
  return (
    <StaffPage me={me} section="partner.home">
      {answered && <NotificationBanner type="success">Your answer is sent.</NotificationBanner>}
      <h1 className="govuk-heading-l">What is asked of you</h1>
      <p className="govuk-body-l">{trayInShort(tray)}</p>
      {(open.length > 0 || held.length > 0) && (
        <p className="govuk-body">{inShort(open.length, unanswered)}</p>
      )}
      {sendsNotices && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("police.home")}>
            Police notices
          </a>
        </p>
      )}
      <ListTime asAt={asAt} refresh={href("partner.home")} />
      <ActionList rows={actions} />
      <TrayList tray={tray} />
      {open.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Strategy discussions that you are invited to</h2>
          <DiscussionList
            rows={open}
            asAt={asAt}
            label="Strategy discussions that you are invited to"
            answers
          />
        </>
      )}
      {held.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Held, with a record to read</h2>
          <DiscussionList rows={held} asAt={asAt} label="Strategy discussions that were held" answers />
        </>
      )}
    </StaffPage>
  );
}

function inShort(open: number, unanswered: number): string {
  if (open === 0) return "Your organisation is not invited to a strategy discussion now.";
  const invited = `Your organisation is invited to ${open} strategy ${open === 1 ? "discussion" : "discussions"}.`;
  if (unanswered === 0) return `${invited} You have answered every invitation.`;
  return `${invited} ${unanswered} ${unanswered === 1 ? "waits" : "wait"} for your answer.`;
}

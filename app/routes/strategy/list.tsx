import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { listActions } from "#services/strategy/list-actions";
import { listDiscussions } from "#services/strategy/list-discussions";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { ActionList } from "../../components/strategy/action-list.tsx";
import { DiscussionList } from "../../components/strategy/discussion-list.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "strategy.list");
  const [list, actions] = await Promise.all([
    handled(() => listDiscussions(context, actor)),
    handled(() => listActions(context, actor)),
  ]);
  return { title: "Strategy discussions", me: meOf(actor), actions, ...list };
}

export default function StrategyListPage() {
  const { me, actions, rows, asAt } = useLoaderData<typeof loader>();
  const open = rows.filter(({ heldAt }) => heldAt === null);
  const agreeing = rows.filter(({ heldAt, lockedAt }) => heldAt !== null && lockedAt === null);
  const locked = rows.filter(({ lockedAt }) => lockedAt !== null);
  return (
    <StaffPage me={me} section="strategy.list">
      <h1 className="govuk-heading-l">Strategy discussions</h1>
      <ListTime asAt={asAt} refresh={href("strategy.list")} />
      <h2 className="govuk-heading-m">To be held: {open.length}</h2>
      {open.length === 0 ? (
        <p className="govuk-body">No strategy discussion is waiting.</p>
      ) : (
        <DiscussionList rows={open} asAt={asAt} label="Strategy discussions to be held" />
      )}
      {agreeing.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Record to be agreed and locked: {agreeing.length}</h2>
          <DiscussionList rows={agreeing} asAt={asAt} label="Records to be agreed" />
        </>
      )}
      <ActionList rows={actions} />
      {locked.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Recorded in the last week: {locked.length}</h2>
          <DiscussionList rows={locked} asAt={asAt} label="Strategy discussions that were held" />
        </>
      )}
    </StaffPage>
  );
}

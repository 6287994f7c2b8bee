import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { duration } from "#domain/time-words";
import { listPathways } from "#services/pathways/list-pathways";
import type { WorkRow } from "#services/pathways/pathway-view";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { WorkBoard } from "../../components/pathways/work-board.tsx";
import { workForms } from "../../components/pathways/work-forms.ts";
import { count, families, grouped, longestWait } from "../../components/pathways/work-words.ts";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "advice.board");
  const board = await handled(() => listPathways(context, actor, "advice"));
  const returned = new URL(args.request.url).searchParams.get("done") === "return";
  const { familyCafLabel } = context.settings;
  return { title: "Advice and early help", me: meOf(actor), board, familyCafLabel, returned };
}

const stages = {
  new: "New",
  calling: "Calling",
  agreed: "Agreed",
  returned: "Back with the hub",
  closed: "Closed in the last week",
} as const;

function stageOf({ state, kind, agreed }: WorkRow): keyof typeof stages {
  if (state === "closed" || state === "returned") return state;
  if (state === "waiting") return "new";
  return kind === "caf_redirect" && agreed === "yes" ? "agreed" : "calling";
}

export default function AdviceBoardPage() {
  const { me, board, familyCafLabel, returned } = useLoaderData<typeof loader>();
  const { rows, asAt } = board;
  return (
    <StaffPage me={me} section="advice.board">
      {returned && <NotificationBanner type="success">{workForms.return.done}</NotificationBanner>}
      <h1 className="govuk-heading-l">Advice and early help</h1>
      <p className="govuk-body-l">{inShort(rows, asAt)}</p>
      <ListTime asAt={asAt} refresh={href("advice.board")} />
      <WorkBoard
        groups={grouped(rows, stages, stageOf)}
        empty={{ new: "No families are waiting for a first call." }}
        asAt={asAt}
        familyCafLabel={familyCafLabel}
        more={board.more}
        to={({ id }) => href("advice.pathway", { id })}
      />
    </StaffPage>
  );
}

/** "5 families. 2 wait for a first call. Longest wait 2 days. 3 have not been asked whether they agree." */
function inShort(rows: readonly WorkRow[], asAt: Date): string {
  const open = rows.filter(({ state }) => state !== "closed");
  const since = longestWait(open);
  if (since === null) return "No family is waiting for help.";
  const first = families(open.filter(({ state, calls }) => state === "waiting" && calls === 0));
  const notAsked = families(
    open.filter(({ kind, agreed }) => kind === "caf_redirect" && agreed === "not_asked"),
  );
  const said = [
    count(families(open), "family", "families"),
    `${count(first, "waits", "wait")} for a first call`,
    `Longest wait ${duration((asAt.getTime() - since.getTime()) / 60_000)}`,
    ...(notAsked > 0 ? [`${count(notAsked, "has", "have")} not been asked whether they agree`] : []),
  ];
  return `${said.join(". ")}.`;
}

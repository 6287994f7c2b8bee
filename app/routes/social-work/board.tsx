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
import { count, grouped, longestWait } from "../../components/pathways/work-words.ts";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "social-work.board");
  const board = await handled(() => listPathways(context, actor, "social-work"));
  const returned = new URL(args.request.url).searchParams.get("done") === "return";
  const { familyCafLabel } = context.settings;
  return { title: "Social work", me: meOf(actor), board, familyCafLabel, returned };
}

const stages = {
  new: "Waiting for somebody to accept",
  notice: "About a child who is open already",
  unallocated: "Accepted, and without a worker for too long",
  accepted: "Accepted, no worker yet",
  allocated: "With a worker",
  assessed: "Assessed, and to be closed",
  returned: "Back with the hub",
  closed: "Closed in the last week",
} as const;

function stageOf({ state, kind, worker, clock, assessed }: WorkRow): keyof typeof stages {
  if (state === "closed" || state === "returned") return state;
  if (kind === "case_notice") return "notice";
  if (state === "waiting") return "new";
  if (assessed !== null) return "assessed";
  if (worker !== null) return "allocated";
  return clock?.kind === "allocate" && clock.face.left.tag === "Late" ? "unallocated" : "accepted";
}

export default function SocialWorkBoardPage() {
  const { me, board, familyCafLabel, returned } = useLoaderData<typeof loader>();
  const { rows, asAt } = board;
  return (
    <StaffPage me={me} section="social-work.board">
      {returned && <NotificationBanner type="success">{workForms.return.done}</NotificationBanner>}
      <h1 className="govuk-heading-l">Social work</h1>
      <p className="govuk-body-l">{inShort(rows, asAt)}</p>
      <ListTime asAt={asAt} refresh={href("social-work.board")} />
      <WorkBoard
        groups={grouped(rows, stages, stageOf)}
        empty={{ new: "No child is waiting for somebody to accept them." }}
        asAt={asAt}
        familyCafLabel={familyCafLabel}
        more={board.more}
        to={({ id }) => href("social-work.pathway", { id })}
      />
    </StaffPage>
  );
}

/** "3 children. 1 waits for somebody to accept. Longest wait 5h." */
function inShort(rows: readonly WorkRow[], asAt: Date): string {
  const open = rows.filter(({ state }) => state !== "closed");
  const since = longestWait(open);
  if (since === null) return "No child is waiting for social work.";
  const waiting = open.filter((row) => stageOf(row) === "new").length;
  const longest = duration((asAt.getTime() - since.getTime()) / 60_000);
  const unallocated = open.filter((row) => ["accepted", "unallocated"].includes(stageOf(row))).length;
  return `${count(open.length, "child", "children")}. ${count(waiting, "waits", "wait")} for somebody to accept. ${count(unallocated, "has", "have")} no worker. Longest wait ${longest}.`;
}

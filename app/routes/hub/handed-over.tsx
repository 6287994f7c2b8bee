import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeWork } from "#app/http/change-work";
import { readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { may } from "#domain/permissions";
import { listPathways } from "#services/pathways/list-pathways";
import type { WorkRow } from "#services/pathways/pathway-view";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { Changes } from "../../components/pathways/changes.tsx";
import { WorkBoard } from "../../components/pathways/work-board.tsx";
import { WorkForm } from "../../components/pathways/work-form.tsx";
import { isWorkForm, workForms, type WorkFormName } from "../../components/pathways/work-forms.ts";
import { grouped } from "../../components/pathways/work-words.ts";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "hub.handed-over");
  const board = await handled(() => listPathways(context, actor, "handed-over"));
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    title: "Handed over",
    me: meOf(actor),
    board,
    familyCafLabel: context.settings.familyCafLabel,
    manages: may(actor, "take-over"),
    done: isWorkForm(done) ? done : null,
    formKey: context.newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "hub.handed-over");
  const body = await readForm(args.request);
  const changed = await handled(() =>
    changeWork(context, actor, {
      workId: body.get("id") ?? "",
      body,
      allowed: ["receipt", "refusal", "acknowledgement"],
    }),
  );
  if (!("done" in changed)) return data(changed, { status: changed.status });
  return seeOther(href("hub.handed-over", {}, { done: changed.done }));
}

const groups = {
  returned: "Came back to the hub",
  teamless: "Without a team",
  waiting: "Accepted by nobody yet",
  transfer: "Transfers without confirmed receipt",
  case_notice: "Workers who have not acknowledged",
  closed: "Closed in the last week",
} as const;

function groupOf({ state, kind, team }: WorkRow): keyof typeof groups {
  if (state === "closed" || state === "returned") return state;
  if (kind === "transfer" || kind === "case_notice") return kind;
  return team === null ? "teamless" : "waiting";
}

const empty = {
  returned: "Nothing has come back.",
  waiting: "Somebody has accepted everything that was sent.",
  transfer: "Every transfer is confirmed.",
  case_notice: "Every worker has acknowledged.",
};

/** What the hub writes on work that another council or a worker elsewhere has. */
const handedOver: Partial<Record<WorkRow["kind"], readonly WorkFormName[]>> = {
  transfer: ["receipt", "refusal"],
  case_notice: ["acknowledgement"],
};

export default function HandedOverPage() {
  const { me, board, manages, formKey, ...shown } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const done = again === undefined ? shown.done : null;
  return (
    <StaffPage me={me} section="hub.handed-over">
      {done !== null && <NotificationBanner type="success">{workForms[done].done}</NotificationBanner>}
      <Changes again={again} />
      <h1 className="govuk-heading-l">Handed over</h1>
      <p className="govuk-body-l">The hub owns every child’s work until somebody accepts it.</p>
      <ListTime asAt={board.asAt} refresh={href("hub.handed-over")} />
      <WorkBoard
        groups={grouped(board.rows, groups, groupOf)}
        empty={empty}
        asAt={board.asAt}
        familyCafLabel={shown.familyCafLabel}
        more={board.more}
        to={(row) => placeOf(row, manages)}
        below={(row) => {
          if (row.state === "closed" || row.state === "returned") return null;
          return (handedOver[row.kind] ?? []).map((name) => (
            <WorkForm key={name} name={name} work={row} formKey={formKey} again={again} />
          ));
        }}
      />
    </StaffPage>
  );
}

/** Where the work itself is, for those who may open it; else the contact that it came from. */
function placeOf({ id, kind, reference }: WorkRow, manages: boolean): string {
  if (manages && (kind === "advice_episode" || kind === "caf_redirect"))
    return href("advice.pathway", { id });
  if (manages && (kind === "social_work_referral" || kind === "case_notice"))
    return href("social-work.pathway", { id });
  return href("hub.contact", { reference });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { pageIn } from "#app/http/page-number";
import { adviceStages, adviceStageWords, isAdviceStage, type BoardFacts } from "#domain/advice-stage";
import { duration } from "#domain/time-words";
import { listAdvice } from "#services/pathways/list-advice";
import { PageLinks } from "../../components/frame/page-links.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { Select } from "../../components/govuk/select.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { HelpTable } from "../../components/pathways/help-table.tsx";
import { workForms } from "../../components/pathways/work-forms.ts";
import { count } from "../../components/pathways/work-words.ts";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "advice.board");
  const { searchParams } = new URL(args.request.url);
  const [asked, whom] = [searchParams.get("stage"), searchParams.get("whose")];
  const stage = isAdviceStage(asked) ? asked : null;
  const whose = whom === "mine" || whom === "nobody" ? whom : null;
  const page = pageIn(args.request);
  const board = await handled(() => listAdvice(context, actor, { stage, whose, page }));
  const returned = searchParams.get("done") === "return";
  const { familyCafLabel } = context.settings;
  return { title: "Advice and early help", me: meOf(actor), board, stage, whose, familyCafLabel, returned };
}

export default function AdviceBoardPage() {
  const { me, board, stage, whose, familyCafLabel, returned } = useLoaderData<typeof loader>();
  const { rows, asAt, page, pages, found } = board;
  const chosen = { ...(stage && { stage }), ...(whose && { whose }) };
  const shown = stage === null ? "Open" : adviceStageWords[stage];
  return (
    <StaffPage me={me} section="advice.board">
      {returned && <NotificationBanner type="success">{workForms.return.done}</NotificationBanner>}
      <h1 className="govuk-heading-l">Advice and early help</h1>
      <p className="govuk-body-l">{inShort(board.facts, asAt)}</p>
      <ListTime asAt={asAt} refresh={href("advice.board", {}, chosen)} />
      <form method="get" action={href("advice.board")} className="app-narrow">
        <Select
          {...{ id: "stage", name: "stage", label: "Stage", value: stage ?? "" }}
          items={[
            { value: "", text: "All that is open" },
            ...adviceStages.map((one) => ({
              value: one,
              text: `${adviceStageWords[one]} (${board.counts[one]})`,
            })),
          ]}
        />
        <Select
          {...{ id: "whose", name: "whose", label: "Whose", value: whose ?? "" }}
          items={[
            { value: "", text: "Everybody’s" },
            { value: "mine", text: "Mine" },
            { value: "nobody", text: "Nobody’s yet" },
          ]}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
      {rows.length === 0 ? (
        <p className="govuk-body">
          {stage === "new" || (stage === null && whose === null)
            ? "No families are waiting for a first call."
            : "No family is in this part of the board."}
        </p>
      ) : (
        <HelpTable {...{ rows, asAt, familyCafLabel }} caption={`${shown}: ${found}`} />
      )}
      <PageLinks
        {...{ page, pages }}
        to={(to) => href("advice.board", {}, { ...chosen, page: String(to) })}
      />
      {board.more && (
        <p className="govuk-body">There is more than this page counts. What has waited longest is here.</p>
      )}
    </StaffPage>
  );
}

/** "3 families wait for a first call, the longest 2 days; 1 agreement missing." */
function inShort({ families, longest, agreementsMissing }: BoardFacts, asAt: Date): string {
  const first =
    longest === null
      ? "No families are waiting for a first call"
      : `${count(families, "family waits", "families wait")} for a first call, the longest ${duration((asAt.getTime() - longest.getTime()) / 60_000)}`;
  const missing = `${count(agreementsMissing, "agreement", "agreements")} missing`;
  return agreementsMissing === 0 ? `${first}.` : `${first}; ${missing}.`;
}

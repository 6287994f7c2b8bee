import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeWork } from "#app/http/change-work";
import { readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { may } from "#domain/permissions";
import { readPathway } from "#services/pathways/read-pathway";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { isWorkForm, type WorkFormName } from "../../components/pathways/work-forms.ts";
import { WorkPage } from "../../components/pathways/work-page.tsx";
import { href } from "../../href.ts";

const forms: readonly WorkFormName[] = [
  ...(["accept", "return", "assign"] as const),
  ...(["call", "safe-calling", "advice", "agreement", "lead"] as const),
  ...(["family-contact", "did-it-start", "step-up"] as const),
];

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "advice.pathway");
  const id = params["id"] ?? "";
  const view = await handled(() =>
    readPathway(context, actor, { id, kinds: ["advice_episode", "caf_redirect"] }),
  );
  const done = new URL(args.request.url).searchParams.get("done");
  const { familyCafLabel, levels, caseloadAspiration } = context.settings;
  return {
    title: "Advice and early help: one piece of work",
    me: meOf(actor),
    view,
    words: { familyCafLabel, levels, caseloadAspiration },
    done: isWorkForm(done) ? done : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "advice.pathway");
  const id = params["id"] ?? "";
  const body = await readForm(args.request);
  const changed = await handled(() => changeWork(context, actor, { workId: id, body, allowed: forms }));
  if (!("done" in changed)) return data(changed, { status: changed.status });
  const { done, typed } = changed;
  const gone = done === "return" || (done === "agreement" && typed["agreement"] === "no");
  // Work that went back to the hub is no longer the team's to see; a manager still sees it.
  return gone && !may(actor, "take-over")
    ? seeOther(href("advice.board", {}, { done: "return" }))
    : seeOther(href("advice.pathway", { id }, { done: gone ? "return" : done }));
}

export default function AdvicePathwayPage() {
  const { me, view, words, done } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <StaffPage
      me={me}
      section="advice.board"
      back={{ href: href("advice.board"), text: "Advice and early help" }}
    >
      <WorkPage
        view={view}
        words={words}
        again={again}
        done={again === undefined ? done : null}
        to={(id) => href("advice.pathway", { id })}
      />
    </StaffPage>
  );
}

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
  ...(["allocation", "consent", "child-seen", "review", "assessment"] as const),
  ...(["ending", "ended-without-assessment", "acknowledgement"] as const),
];

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "social-work.pathway");
  const id = params["id"] ?? "";
  const view = await handled(() =>
    readPathway(context, actor, { id, kinds: ["social_work_referral", "case_notice"] }),
  );
  const done = new URL(args.request.url).searchParams.get("done");
  const { familyCafLabel, levels, caseloadAspiration } = context.settings;
  return {
    title: "Social work: one piece of work",
    me: meOf(actor),
    view,
    words: { familyCafLabel, levels, caseloadAspiration },
    done: isWorkForm(done) ? done : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "social-work.pathway");
  const id = params["id"] ?? "";
  const body = await readForm(args.request);
  const changed = await handled(() => changeWork(context, actor, { workId: id, body, allowed: forms }));
  if (!("done" in changed)) return data(changed, { status: changed.status });
  const { done } = changed;
  const gone = done === "return";
  // Work that went back to the hub is no longer the team's to see; a manager still sees it.
  return gone && !may(actor, "take-over")
    ? seeOther(href("social-work.board", {}, { done: "return" }))
    : seeOther(href("social-work.pathway", { id }, { done }));
}

export default function SocialWorkPathwayPage() {
  const { me, view, words, done } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <StaffPage
      me={me}
      section="social-work.board"
      back={{ href: href("social-work.board"), text: "Social work" }}
    >
      <WorkPage
        view={view}
        words={words}
        again={again}
        done={again === undefined ? done : null}
        to={(id) => href("social-work.pathway", { id })}
      />
    </StaffPage>
  );
}

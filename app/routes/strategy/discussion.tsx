import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeDiscussion } from "#app/http/change-discussion";
import { readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { readDiscussion } from "#services/strategy/read-discussion";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { isDiscussionForm } from "../../components/strategy/discussion-forms.ts";
import { DiscussionPage } from "../../components/strategy/discussion-page.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "strategy.discussion");
  const view = await handled(() => readDiscussion(context, actor, params["id"] ?? ""));
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    title: "Strategy discussion",
    me: meOf(actor),
    view,
    asAt: context.now(),
    done: isDiscussionForm(done) ? done : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "strategy.discussion");
  const id = params["id"] ?? "";
  const body = await readForm(args.request);
  const changed = await handled(() => changeDiscussion(context, actor, id, body));
  if (!("done" in changed)) return data(changed, { status: changed.status });
  return seeOther(href("strategy.discussion", { id }, { done: changed.done }));
}

export default function StrategyDiscussionPage() {
  const { me, view, asAt, done } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const partner = me.roles.includes("partner");
  return (
    <StaffPage
      me={me}
      section={partner ? "partner.home" : "strategy.list"}
      back={{ href: href(partner ? "partner.home" : "strategy.list"), text: "Strategy discussions" }}
    >
      <DiscussionPage
        view={view}
        again={again}
        done={again === undefined ? done : null}
        asAt={asAt}
        readsContact={!partner}
      />
    </StaffPage>
  );
}

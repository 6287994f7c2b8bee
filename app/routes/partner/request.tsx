import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { replyPost } from "#app/http/reply-post";
import { readRequest } from "#services/agencies/read-request";
import { RequestPage } from "../../components/agencies/request-page.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "partner.request");
  const view = await handled(() => readRequest(context, actor, params["id"] ?? ""));
  const said = new URL(args.request.url).searchParams.get("done");
  const done: "part" | "asked" | null = said === "part" || said === "asked" ? said : null;
  return {
    title: "What your agency is asked",
    me: meOf(actor),
    view,
    done,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "partner.request");
  const id = params["id"] ?? "";
  // Whatever was typed: what is not theirs is not there.
  await handled(() => readRequest(context, actor, id));
  return replyPost(context, actor, id, await readForm(args.request));
}

export default function PartnerRequestPage() {
  const { me, view, done } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <StaffPage
      me={me}
      section="partner.home"
      back={{ href: href("partner.home"), text: "What is asked of you" }}
    >
      <RequestPage view={view} again={again} done={done} />
    </StaffPage>
  );
}

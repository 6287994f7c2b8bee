import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsOfOne, refusedChange, wrongForm } from "#app/http/refused-change";
import { hubFormWords, shiftSchema } from "#domain/hub-forms";
import { acceptHandOver, declineHandOver, markSeen } from "#services/hand-over/answer-hand-over";
import { listHandOvers } from "#services/hand-over/list-hand-overs";
import { offerHandOver } from "#services/hand-over/offer-hand-over";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { HandOverNewsList, HandedOver } from "../../components/hub/hand-over-list.tsx";
import { ToGive } from "../../components/hub/hand-over-form.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "hub.shift");
  const shift = await handled(() => listHandOvers(context, actor));
  return { title: "Shift hand-over", me: meOf(actor), minutes: context.settings.outOfHoursAckMinutes, shift };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "hub.shift");
  const form = parseForm(await readForm(args.request), {
    schema: shiftSchema,
    fields: ["act", "id", "to", "line", "reason"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const { act, id, to, line, reason } = form.value;
  const refused = await refusedChange(async () => {
    if (act === "give") return offerHandOver(context, actor, { reference: id, to, line });
    if (act === "accept") return acceptHandOver(context, actor, id);
    return act === "decline" ? declineHandOver(context, actor, { id, reason }) : markSeen(context, actor, id);
  }, form.typed);
  return refused ?? seeOther(href("hub.shift"));
}

export default function ShiftPage() {
  const { me, shift, minutes } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { asAt, toMe, waiting, news, toGive, colleagues } = shift;
  const typedId = again?.typed["id"];
  const problems =
    again && "problems" in again && typeof typedId === "string"
      ? problemsOfOne(again.problems, typedId)
      : undefined;
  const refused = { id: typeof typedId === "string" ? typedId : "", typed: again?.typed ?? {}, problems };
  return (
    <StaffPage me={me} section="hub.shift">
      <FormProblems problems={problems} />
      {again && "conflict" in again && (
        <NotificationBanner>
          Somebody was before you: it is answered or decided already. Nothing was changed.
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">Shift hand-over</h1>
      <p className="govuk-body">
        Work is handed over one contact at a time. It stays where it is until somebody accepts it by name.
        What nobody accepts within {minutes} minutes alarms the on-call manager at night and the hub by day.
      </p>
      <ListTime asAt={asAt} refresh={href("hub.shift")} />
      <h2 className="govuk-heading-m">Handed to you</h2>
      <HandedOver
        items={toMe}
        refused={refused}
        answers="accept"
        empty="Nothing is handed to you."
        asAt={asAt}
      />
      {news.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What became of yours</h2>
          <HandOverNewsList news={news} asAt={asAt} />
        </>
      )}
      <h2 className="govuk-heading-m">To hand over</h2>
      <ToGive rows={toGive} colleagues={colleagues} refused={refused} />
      <h2 className="govuk-heading-m">Not accepted yet</h2>
      <HandedOver
        items={waiting}
        refused={refused}
        answers="withdraw"
        empty="Nothing is waiting."
        asAt={asAt}
      />
    </StaffPage>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { myWorkInWords, shiftInWords } from "#domain/my-work-words";
import { readMyWork } from "#services/triage/read-my-work";
import { CameBackList } from "../../components/agencies/came-back-list.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { AboutFamilies } from "../../components/hub/about-families.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { QueueList } from "../../components/hub/queue-list.tsx";
import { TakeNext } from "../../components/hub/take-next.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "hub.my-work");
  const work = await handled(() => readMyWork(context, actor));
  const done = new URL(args.request.url).searchParams.get("done");
  const { familyKeptMinutes } = context.settings;
  return { title: "My work", me: meOf(actor), work, released: done === "released", familyKeptMinutes };
}

export default function MyWorkPage() {
  const { me, work, released, familyKeptMinutes } = useLoaderData<typeof loader>();
  const { held, withManager, returned, toDecide, counts, cameBack, shift } = work;
  const first = held[0] ?? null;
  return (
    <StaffPage me={me} section="hub.my-work">
      {released && <NotificationBanner type="success">The contact is back in the queue.</NotificationBanner>}
      <h1 className="govuk-heading-l">My work</h1>
      <p className="govuk-body-l">
        {myWorkInWords({
          held: held.length,
          withManager: withManager.length,
          first: first?.decide ?? null,
          returned: returned.length,
          replies: cameBack.filter(({ what }) => what === "reply").length,
          waiting: counts.all,
          red: counts.R,
        })}
      </p>
      {(shift.toMe > 0 || shift.news > 0) && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("hub.shift")}>
            <strong>{shiftInWords(shift)}</strong>
          </a>
        </p>
      )}
      <AboutFamilies {...work} keptMinutes={familyKeptMinutes} />
      <TakeNext />
      <ListTime asAt={work.asAt} refresh={href("hub.my-work")} />
      {held.length > 0 && (
        <>
          <h2 className="govuk-heading-m">You hold</h2>
          <QueueList rows={held} label="Contacts that you hold" />
          <p className="govuk-body">
            <a className="govuk-link" href={href("hub.shift")}>
              Hand over before you go: what you hold goes back to the queue when you sign out
            </a>
          </p>
        </>
      )}
      <CameBackList rows={cameBack} asAt={work.asAt} />
      {returned.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Sent back to you</h2>
          <QueueList rows={returned} label="Contacts sent back to you" offers="take" />
        </>
      )}
      {withManager.length > 0 && (
        <>
          <h2 className="govuk-heading-m">You recommended, a manager decides</h2>
          <QueueList rows={withManager} label="Contacts that wait for a manager" />
        </>
      )}
      {toDecide.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Waiting for a decision</h2>
          <QueueList rows={toDecide} label="Contacts waiting for a decision" offers="decide" />
        </>
      )}
      <p className="govuk-body-s">
        <a className="govuk-link" href={href("hub.emergency")}>
          Open a restricted contact in an emergency
        </a>
      </p>
    </StaffPage>
  );
}

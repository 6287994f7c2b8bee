import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { withKept } from "#app/http/kept-form";
import { meOf } from "#app/http/me";
import { dayAndTime } from "#domain/time-words";
import { hasPassword } from "#services/accounts/change-password";
import { endMySessions } from "#services/accounts/end-my-sessions";
import { listSessions } from "#services/accounts/list-sessions";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "account.sessions");
  const { sessions, kept } = await handled(() => listSessions(context, actor));
  const hasOwnPassword = await handled(() => hasPassword(context, actor));
  return {
    title: "Where you are signed in",
    me: meOf(actor),
    hasOwnPassword,
    changed: new URL(args.request.url).searchParams.get("done") === "password",
    sessions: sessions.map(({ id, startedAt, seenAt, isThis }) => ({
      id,
      isThis,
      started: dayAndTime(startedAt),
      seen: dayAndTime(seenAt),
    })),
    kept: kept.map(({ id, path, keptAt }) => ({ id, at: dayAndTime(keptAt), address: withKept(path, id) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "account.sessions");
  const which = (await readForm(args.request)).get("end") ?? "";
  await handled(() => endMySessions(context, actor, which));
  return seeOther(href("account.sessions"));
}

export default function SessionsPage() {
  const { me, sessions, kept, hasOwnPassword, changed } = useLoaderData<typeof loader>();
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <StaffPage me={me}>
      {changed && <NotificationBanner type="success">Your password is changed.</NotificationBanner>}
      <h1 className="govuk-heading-l">Where you are signed in</h1>
      <p className="govuk-body">
        End what you do not know, and tell your administrator: somebody else may have signed in as you.
      </p>
      <form method="post" action={href("account.sessions")}>
        <ul className="govuk-list">
          {sessions.map(({ id, started, seen, isThis }) => (
            <li key={id} className="govuk-!-margin-bottom-4">
              <p className="govuk-body govuk-!-margin-bottom-1">
                {`Since ${started}. Last used ${seen}.`}
                {isThis && <strong>{" This is the one that you are using."}</strong>}
              </p>
              {!isThis && (
                <Button classes="govuk-button--secondary govuk-!-margin-bottom-1" name="end" value={id}>
                  End it<span className="govuk-visually-hidden">{` (since ${started})`}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
        {others.length > 0 ? (
          <Button classes="govuk-button--warning" name="end" value="all-others">
            End all others
          </Button>
        ) : (
          <p className="govuk-body">You are signed in nowhere else.</p>
        )}
      </form>
      {hasOwnPassword && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("account.password")}>
            Change your password
          </a>
        </p>
      )}
      {kept.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Forms that were kept for you</h2>
          <p className="govuk-body">Your screen was locked when you sent them. Nothing in them was saved.</p>
          <ul className="govuk-list">
            {kept.map(({ id, at, address }) => (
              <li key={id}>
                <a className="govuk-link" href={address}>{`Kept ${at}`}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </StaffPage>
  );
}

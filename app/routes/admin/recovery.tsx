import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { entered } from "#app/http/refused-entry";
import { dayAndTime } from "#domain/time-words";
import { readAccountState, startRecovery } from "#services/accounts/start-recovery";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.recovery");
  const state = await handled(() => readAccountState(context, actor, params["id"] ?? ""));
  const { open, ...person } = state;
  const until = open && dayAndTime(open.until);
  return {
    title: "Recovery of an account",
    me: meOf(actor),
    person,
    open: open && { kind: open.kind, until },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.recovery");
  const id = params["id"] ?? "";
  return entered(async () => {
    await startRecovery(context, actor, id);
    return seeOther(href("admin.recovery", { id }));
  }, {});
}

export default function RecoveryPage() {
  const { me, person, open } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const neverCame = !person.hasLocalAccount && open?.kind !== "recovery";
  return (
    <StaffPage
      me={me}
      section="admin.people"
      back={{ href: href("admin.person", { id: person.id }), text: person.name }}
    >
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">{person.name}</h1>
      {open !== null && (
        <p className="govuk-body">
          {open.kind === "invitation"
            ? `Invited. They can set up their account until ${open.until ?? ""}.`
            : `A recovery is under way. They can set up their account anew until ${open.until ?? ""}.`}
        </p>
      )}
      {person.hasLocalAccount || open !== null ? (
        <>
          <p className="govuk-body">
            {neverCame
              ? "If the invitation did not arrive, send a new one. The one before is worth nothing then."
              : "Start a recovery when they have lost their password, passkey or phone. First make sure that it is them: ring them on a number that you had before."}
          </p>
          {!neverCame && (
            <p className="govuk-body">
              They are signed out everywhere and told by email. You cannot finish it for them: the code goes
              to their inbox, and what they had before ends when they have set up their account anew. It ends
              after 24 hours.
            </p>
          )}
          {!person.isMe && (
            <form method="post" action={href("admin.recovery", { id: person.id })}>
              <Button
                classes={neverCame ? "govuk-button--secondary" : "govuk-button--warning"}
                preventDoubleClick
              >
                {neverCame ? "Send a new invitation" : "Start a recovery"}
              </Button>
            </form>
          )}
          {person.isMe && <p className="govuk-body">Another administrator has to start this for you.</p>}
        </>
      ) : (
        <p className="govuk-body">
          They have no password here. They sign in with their council account, and are helped by whoever looks
          after it.
        </p>
      )}
    </StaffPage>
  );
}

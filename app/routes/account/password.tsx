import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { entered } from "#app/http/refused-entry";
import { passwordLength } from "#domain/password";
import { changePassword, hasPassword } from "#services/accounts/change-password";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { PasswordInput } from "../../components/govuk/password-input.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "account.password");
  const has = await handled(() => hasPassword(context, actor));
  return { title: "Change your password", me: meOf(actor), has };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "account.password");
  const typed = await readForm(args.request);
  return entered(async () => {
    const [current, password] = [typed.get("current") ?? "", typed.get("password") ?? ""];
    await changePassword(context, actor, { current, password });
    return seeOther(href("account.sessions", {}, { done: "password" }));
  }, {});
}

export default function PasswordPage() {
  const { me, has } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems;
  return (
    <StaffPage me={me} back={{ href: href("account.sessions"), text: "Where you are signed in" }}>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Change your password</h1>
      {!has && (
        <p className="govuk-body">
          You have no password here. Change it where you got the account with which you sign in.
        </p>
      )}
      {has && (
        <form method="post" action={href("account.password")}>
          <PasswordInput
            name="current"
            label="The password that you have"
            show="Show"
            showLabel="Show the password that you have"
            autocomplete="current-password"
            error={problems?.fields["current"]}
            classes="govuk-input--width-20"
          />
          <PasswordInput
            name="password"
            label="New password"
            hint={`${passwordLength.least} characters or more. Three words that do not belong together are good. You can paste it.`}
            show="Show"
            showLabel="Show the new password"
            autocomplete="new-password"
            error={problems?.fields["password"]}
            classes="govuk-input--width-20"
          />
          <p className="govuk-body">
            You will be signed out everywhere else, and we will email you that it was changed.
          </p>
          <Button>Change password</Button>
        </form>
      )}
    </StaffPage>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "#app/http/form";
import { guard, seeOther } from "#app/http/guard";
import { joinAgain, joinStep } from "#app/http/join-step";
import { entered } from "#app/http/refused-entry";
import { passwordLength } from "#domain/password";
import { setPassword } from "#services/accounts/set-password";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { PasswordInput } from "../../components/govuk/password-input.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "account.join-password");
  const { name, email } = await joinStep(args, context, "code");
  return { title: "Choose a password", name, email };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "account.join-password");
  const { flow } = await joinStep(args, context, "code");
  const password = (await readForm(args.request)).get("password") ?? "";
  return entered(
    async () => {
      await setPassword(context, { flow, password });
      return seeOther(href("account.join-factor"));
    },
    {},
    { startAgain: joinAgain() },
  );
}

export default function JoinPasswordPage() {
  const { name, email } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">Choose a password</h1>
      <p className="govuk-body">{`For ${name}.`}</p>
      <form method="post" action={href("account.join-password")}>
        {/* So that a password manager knows whose password it keeps. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordInput
          name="password"
          label="Password"
          hint={`${passwordLength.least} characters or more. Three words that do not belong together are good. You can paste it.`}
          show="Show"
          showLabel="Show password"
          autocomplete="new-password"
          error={again?.problems.fields["password"]}
          classes="govuk-input--width-20"
        />
        <Button>Continue</Button>
      </form>
    </PublicPage>
  );
}

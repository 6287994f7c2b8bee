import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { enter } from "#app/http/enter";
import { readForm } from "#app/http/form";
import { guard, seeOther } from "#app/http/guard";
import { entered } from "#app/http/refused-entry";
import { deviceCookieOf, flowCookieOf } from "#app/http/session";
import { signInWithApp } from "#services/accounts/sign-in-app";
import { AppCode } from "../../components/account/app-code.tsx";
import { UsePasskey } from "../../components/account/passkey-form.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "account.second-factor");
  if (flowCookieOf(args.request, context) === null) return seeOther(href("account.sign-in"));
  return { title: "Show a second time that it is you" };
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const { context } = await guard(args, "account.second-factor");
  const code = (await readForm(request)).get("code") ?? "";
  const flow = flowCookieOf(request, context);
  const device = deviceCookieOf(request, context);
  return entered(
    async () => {
      const signedIn = await signInWithApp(context, { flow, code, device });
      return enter(args, signedIn, signedIn.next);
    },
    {},
    { startAgain: href("account.sign-in", {}, { refused: "too-late" }) },
  );
}

export default function SecondFactorPage() {
  const again = useActionData<typeof action>();
  return (
    <PublicPage back={href("account.sign-in")}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">Show a second time that it is you</h1>
      <UsePasskey action={href("account.passkey")}>Use a passkey</UsePasskey>
      <form method="post" action={href("account.second-factor")}>
        <AppCode error={again?.problems.fields["code"]} />
        <Button>Sign in</Button>
      </form>
    </PublicPage>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { readForm } from "#app/http/form";
import { guard, seeOther } from "#app/http/guard";
import { joinAgain } from "#app/http/join-step";
import { entered, steadily } from "#app/http/refused-entry";
import { flowCookie, flowCookieOf } from "#app/http/session";
import { codeMinutes } from "#domain/sign-in";
import { enterCode } from "#services/accounts/enter-code";
import { AppCode } from "../../components/account/app-code.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "account.join-code");
  if (flowCookieOf(args.request, context) === null) return seeOther(href("account.join"));
  return { title: "Type your code" };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "account.join-code");
  const code = (await readForm(args.request)).get("code") ?? "";
  const flow = flowCookieOf(args.request, context);
  return entered(
    async () => {
      const enrolling = await steadily(() => enterCode(context, { flow, code }));
      return seeOther(href("account.join-password"), { "Set-Cookie": flowCookie(context, enrolling) });
    },
    {},
    { startAgain: joinAgain() },
  );
}

export default function JoinCodePage() {
  const again = useActionData<typeof action>();
  return (
    <PublicPage back={href("account.join")}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">Type your code</h1>
      <p className="govuk-body">
        {`If there is an invitation for your address, a code is on its way to it. It works once, for ${codeMinutes} minutes.`}
      </p>
      <form method="post" action={href("account.join-code")}>
        <AppCode
          label="Code"
          hint="Six digits from the email, or the longer code that your operator gave you"
          error={again?.problems.fields["code"]}
        />
        <Button preventDoubleClick>Continue</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={href("account.join")}>
          Ask for a new code
        </a>
      </p>
    </PublicPage>
  );
}

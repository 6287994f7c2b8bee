import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, refusal, seeOther } from "#app/http/guard";
import { entered, steadily, wrongEntry } from "#app/http/refused-entry";
import { flowCookie } from "#app/http/session";
import { networkOf } from "#domain/client-network";
import { joinSchema } from "#domain/invitation";
import { askForCode } from "#services/accounts/ask-for-code";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { ErrorSummary } from "../../components/govuk/error-summary.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "account.join");
  if (context.site.demo) throw refusal(404);
  return { title: "Set up your account", late: new URL(args.request.url).searchParams.has("late") };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "account.join");
  if (context.site.demo) throw refusal(404);
  const form = parseForm(await readForm(args.request), { schema: joinSchema, fields: ["email"] });
  if (!form.ok) return wrongEntry(form.problems, form.typed);
  const { email } = form.value;
  return entered(async () => {
    const network = networkOf(args.context.from);
    const flow = await steadily(() => askForCode(context, { email, network }));
    return seeOther(href("account.join-code"), { "Set-Cookie": flowCookie(context, flow) });
  }, form.typed);
}

export default function JoinPage() {
  const { late } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const typed = again?.typed["email"];
  return (
    <PublicPage back={href("account.sign-in")}>
      <FormProblems problems={again?.problems} />
      {late && again === undefined && (
        <ErrorSummary
          title="Begin again"
          errors={[{ href: "#email", text: "Setting up your account took too long, or is done already" }]}
        />
      )}
      <h1 className="govuk-heading-l">Set up your account</h1>
      <p className="govuk-body">
        You need an invitation from an administrator, or a recovery that they started for you. If there is one
        for your address, we send six digits to it.
      </p>
      <form method="post" action={href("account.join")}>
        <Input
          name="email"
          label="Email address that you were invited with"
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={typeof typed === "string" ? typed : undefined}
          error={again?.problems.fields["email"]}
          classes="govuk-input--width-20"
        />
        <Button preventDoubleClick>Send me a code</Button>
      </form>
    </PublicPage>
  );
}

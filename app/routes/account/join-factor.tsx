import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/http/enter";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { joinAgain, joinStep } from "#app/http/join-step";
import { entered } from "#app/http/refused-entry";
import { deviceCookieOf } from "#app/http/session";
import { finishEnrolment } from "#services/accounts/finish-enrolment";
import { offerPasskey } from "#services/accounts/offer-factors";
import { MakePasskey } from "../../components/account/passkey-form.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "account.join-factor");
  const { flow } = await joinStep(args, context, "password");
  return { title: "Choose a second factor", options: await handled(() => offerPasskey(context, flow)) };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "account.join-factor");
  const { flow } = await joinStep(args, context, "password");
  const credential = (await readForm(args.request)).get("credential") ?? "";
  const device = deviceCookieOf(args.request, context);
  const proof = { factor: "passkey", credential } as const;
  return entered(
    async () => {
      const signedIn = await finishEnrolment(context, { flow, proof, device });
      return enter(args, signedIn, signedIn.next);
    },
    {},
    { startAgain: joinAgain() },
  );
}

export default function JoinFactorPage() {
  const { options } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">Choose a second factor</h1>
      <p className="govuk-body">A password alone is not enough here: somebody could guess it or steal it.</p>
      <h2 className="govuk-heading-m">Passkey: the safest and the quickest</h2>
      <p className="govuk-body">
        Your finger, your face or the PIN of your device lets you in, without the password. Your browser needs
        JavaScript for it; if there is no button here, use an app.
      </p>
      <MakePasskey action={href("account.join-factor")} options={options}>
        Make a passkey
      </MakePasskey>
      <h2 className="govuk-heading-m">Authenticator app</h2>
      <p className="govuk-body">An app on your phone shows six digits that you type after your password.</p>
      <Button href={href("account.join-app")} classes="govuk-button--secondary">
        Use an authenticator app
      </Button>
    </PublicPage>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/http/enter";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { joinAgain, joinStep } from "#app/http/join-step";
import { squareOf } from "#app/http/qr-square";
import { entered } from "#app/http/refused-entry";
import { deviceCookieOf } from "#app/http/session";
import { finishEnrolment } from "#services/accounts/finish-enrolment";
import { offerAuthenticator } from "#services/accounts/offer-factors";
import { AppCode } from "../../components/account/app-code.tsx";
import { QrSquare } from "../../components/account/qr-square.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "account.join-app");
  const { flow } = await joinStep(args, context, "password");
  const { secret, uri } = await handled(() => offerAuthenticator(context, flow));
  const groups = secret.match(/.{1,4}/g) ?? [];
  return { title: "Set up your authenticator app", secret: groups.join(" "), uri, square: squareOf(uri) };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "account.join-app");
  const { flow } = await joinStep(args, context, "password");
  const code = (await readForm(args.request)).get("code") ?? "";
  const device = deviceCookieOf(args.request, context);
  const proof = { factor: "app", code } as const;
  return entered(
    async () => {
      const signedIn = await finishEnrolment(context, { flow, proof, device });
      return enter(args, signedIn, signedIn.next);
    },
    {},
    { startAgain: joinAgain() },
  );
}

export default function JoinAppPage() {
  const { secret, uri, square } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage back={href("account.join-factor")}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">Set up your authenticator app</h1>
      <ol className="govuk-list govuk-list--number">
        <li>Open the app on your phone and choose to add an account.</li>
        <li>
          Scan this square, or{" "}
          <a className="govuk-link" href={uri}>
            open it in the app
          </a>{" "}
          if you read this on that phone.
        </li>
      </ol>
      <QrSquare square={square} label="Square to scan with an authenticator app" />
      <p className="govuk-body">
        Or type this key into the app: <strong className="app-key">{secret}</strong>
      </p>
      <form method="post" action={href("account.join-app")}>
        <AppCode error={again?.problems.fields["code"]} />
        <Button>Finish</Button>
      </form>
    </PublicPage>
  );
}

import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { ownPath } from "#app/http/own-path";
import { provePost } from "#app/http/prove-post";
import { stepUpMinutes } from "#domain/session";
import { proofStepFor } from "#services/accounts/prove-again";
import { ProofForm } from "../../components/frame/proof-form.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "account.prove");
  const next = ownPath(new URL(args.request.url).searchParams.get("next"));
  const step = await handled(() => proofStepFor(context, actor));
  return { title: "Show that it is you", me: meOf(actor), next, step };
}

export async function action(args: ActionFunctionArgs) {
  const proved = await provePost(args, "account.prove");
  const text = "That did not show that it is you. Try again";
  const problems = { summary: [{ href: "#main-content", text }], fields: {} };
  return proved ?? data({ problems }, { status: 422 });
}

export default function ProvePage() {
  const { me, next, step } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <StaffPage me={me}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">Show that it is you</h1>
      <p className="govuk-body">
        {`What you are about to do is sensitive. Show once more that it is you; it counts for ${stepUpMinutes} minutes.
        What you had typed is kept.`}
      </p>
      <ProofForm step={step} action={href("account.prove")} next={next} button="It is me" />
    </StaffPage>
  );
}

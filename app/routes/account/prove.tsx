import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { ownPath } from "#app/http/own-path";
import { provePost } from "#app/http/prove-post";
import { stepUpMinutes } from "#domain/session";
import { refusalWords } from "#domain/sign-in-words";
import { proofStepFor } from "#services/accounts/prove-again";
import { ProofForm } from "../../components/frame/proof-form.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { ErrorSummary } from "../../components/govuk/error-summary.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "account.prove");
  const search = new URL(args.request.url).searchParams;
  const next = ownPath(search.get("next"));
  const step = await handled(() => proofStepFor(context, actor));
  return {
    title: "Show that it is you",
    me: meOf(actor),
    next,
    step,
    refused: refusalWords(search.get("refused")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const proved = await provePost(args, "account.prove");
  if (typeof proved !== "string") return proved;
  const problems = { summary: [{ href: "#main-content", text: proved }], fields: {} };
  return data({ problems }, { status: 422 });
}

export default function ProvePage() {
  const { me, next, step, refused } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <StaffPage me={me}>
      <FormProblems problems={again?.problems} />
      {refused !== null && again === undefined && (
        <ErrorSummary title="That did not show that it is you" errors={[{ text: refused }]} />
      )}
      <h1 className="govuk-heading-l">Show that it is you</h1>
      <p className="govuk-body">
        {`What you are about to do is sensitive. Show once more that it is you; it counts for ${stepUpMinutes} minutes.
        What you had typed is kept.`}
      </p>
      <ProofForm step={step} action={href("account.prove")} next={next} button="It is me" />
    </StaffPage>
  );
}

import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { ownPath } from "#app/http/own-path";
import { provePost } from "#app/http/prove-post";
import { refusalWords } from "#domain/sign-in-words";
import { proofStepFor } from "#services/accounts/prove-again";
import { ProofForm } from "../../components/frame/proof-form.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { ErrorSummary } from "../../components/govuk/error-summary.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "account.unlock");
  const search = new URL(args.request.url).searchParams;
  const next = ownPath(search.get("next"));
  const step = await handled(() => proofStepFor(context, actor));
  return {
    title: "Screen locked",
    name: actor.name,
    next,
    step,
    refused: refusalWords(search.get("refused")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const unlocked = await provePost(args, "account.unlock");
  if (typeof unlocked !== "string") return unlocked;
  const problems = { summary: [{ href: "#main-content", text: unlocked }], fields: {} };
  return data({ problems }, { status: 422 });
}

export default function UnlockPage() {
  const { name, next, step, refused } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage>
      <FormProblems problems={again?.problems} />
      {refused !== null && again === undefined && (
        <ErrorSummary title="That did not show that it is you" errors={[{ text: refused }]} />
      )}
      <h1 className="govuk-heading-l">Screen locked</h1>
      <p className="govuk-body">{`${name} is signed in here. What you had typed is kept.`}</p>
      <ProofForm step={step} action={href("account.unlock")} next={next} button="Unlock" />
    </PublicPage>
  );
}

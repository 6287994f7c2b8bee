import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { ownPath } from "#app/http/own-path";
import { provePost } from "#app/http/prove-post";
import { proofStepFor } from "#services/accounts/prove-again";
import { ProofForm } from "../../components/frame/proof-form.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "account.unlock");
  const next = ownPath(new URL(args.request.url).searchParams.get("next"));
  const step = await handled(() => proofStepFor(context, actor));
  return { title: "Screen locked", name: actor.name, next, step };
}

export async function action(args: ActionFunctionArgs) {
  const unlocked = await provePost(args, "account.unlock");
  const text = "That did not show that it is you. Try again";
  const problems = { summary: [{ href: "#main-content", text }], fields: {} };
  return unlocked ?? data({ problems }, { status: 422 });
}

export default function UnlockPage() {
  const { name, next, step } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">Screen locked</h1>
      <p className="govuk-body">{`${name} is signed in here. What you had typed is kept.`}</p>
      <ProofForm step={step} action={href("account.unlock")} next={next} button="Unlock" />
    </PublicPage>
  );
}

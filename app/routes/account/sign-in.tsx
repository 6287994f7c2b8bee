import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/http/enter";
import { readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { ownPath } from "#app/http/own-path";
import { entered } from "#app/http/refused-entry";
import { deviceCookieOf, flowCookie } from "#app/http/session";
import { networkOf } from "#domain/client-network";
import { refusalWords } from "#domain/sign-in-words";
import { listDemoPeople } from "#services/accounts/list-demo-people";
import { signInDemo } from "#services/accounts/sign-in-demo";
import { signInWithPassword } from "#services/accounts/sign-in-password";
import { DemoPeople } from "../../components/account/demo-people.tsx";
import { LocalSignIn } from "../../components/account/local-sign-in.tsx";
import { ProviderSignIn } from "../../components/account/provider-sign-in.tsx";
import { homeFor } from "../../components/frame/staff-sections.ts";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { ErrorSummary } from "../../components/govuk/error-summary.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "account.sign-in");
  const { demo } = context.site;
  const search = new URL(args.request.url).searchParams;
  const everybody = demo ? await handled(() => listDemoPeople(context)) : null;
  return {
    title: "Sign in",
    next: search.get("next"),
    refused: refusalWords(search.get("refused")),
    // Somebody whose role has no page yet would land where they came from and think that nothing happened.
    people: everybody?.filter(({ roles }) => homeFor(roles) !== null) ?? null,
    provider: context.provider && { signOut: context.provider.signOutUrl() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "account.sign-in");
  const form = await readForm(args.request);
  const next = form.get("next");
  if (context.site.demo || form.has("person")) {
    const started = await handled(() => signInDemo(context, form.get("person") ?? ""));
    return enter(args, started, next);
  }
  const [email, password] = [form.get("email")?.trim() ?? "", form.get("password") ?? ""];
  return entered(
    async () => {
      const flow = await signInWithPassword(context, {
        email,
        password,
        network: networkOf(args.context.from),
        device: deviceCookieOf(args.request, context),
        next: ownPath(next),
      });
      return seeOther(href("account.second-factor"), { "Set-Cookie": flowCookie(context, flow) });
    },
    { email },
  );
}

export default function SignInPage() {
  const { people, next, provider, refused } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <PublicPage>
      <FormProblems problems={again?.problems} />
      {refused !== null && again === undefined && (
        <ErrorSummary title="You are not signed in" errors={[{ text: refused }]} />
      )}
      <h1 className="govuk-heading-l">Sign in</h1>
      {people === null ? (
        <>
          {provider !== null && <ProviderSignIn next={next} signOut={provider.signOut} />}
          <LocalSignIn next={next} again={again} />
        </>
      ) : (
        <DemoPeople people={people} next={next} />
      )}
    </PublicPage>
  );
}

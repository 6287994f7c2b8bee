import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { tooManyWords } from "#domain/sign-in-words";
import { proveAgain } from "#services/accounts/prove-again";
import { finishProviderProof } from "#services/accounts/prove-elsewhere";
import { readSession } from "#services/accounts/read-session";
import { renewSession } from "#services/accounts/renew-session";
import type { StaffActor } from "#domain/actor";
import type { Context } from "#services/context";
import { TooManyAttempts } from "#services/errors";
import { homeFor } from "../components/frame/staff-sections.ts";
import { href } from "../href.ts";
import { readForm } from "./form.ts";
import { guard, handled, seeOther } from "./guard.ts";
import { ownPath } from "./own-path.ts";
import { leadBack } from "./provider-refusal.ts";
import { flowCookieOf, noFlowCookie, sessionCookie, sessionCookieOf } from "./session.ts";

/**
 * Takes a proof of who somebody is: their session gets a new secret, and they go on to where they were.
 * @returns words for the page when it proved nothing
 */
export async function provePost(
  args: ActionFunctionArgs,
  name: "account.unlock" | "account.prove",
): Promise<Response | string> {
  const { context, actor } = await guard(args, name);
  const typed = await readForm(args.request);
  try {
    if (!(await proveAgain(context, actor, typed))) return "That did not show that it is you. Try again";
  } catch (error) {
    if (error instanceof TooManyAttempts) return tooManyWords(error.until);
    return handled<never>(() => Promise.reject(error as Error));
  }
  return proved(args, context, actor, { page: name, next: ownPath(typed.get("next")) });
}

/** The same for somebody who comes back from the provider, where they showed it. */
export async function provedElsewhere(
  args: LoaderFunctionArgs,
  { flow, next }: { flow: string; next: string | null },
): Promise<Response> {
  const { request } = args;
  const { context } = args.context;
  const cookie = sessionCookieOf(request, context);
  const known = cookie === null ? null : await handled(() => readSession(context, cookie));
  if (known === null) return seeOther(href("account.sign-in", {}, { refused: "too-late" }));
  const page = known.state === "locked" ? "account.unlock" : "account.prove";
  return leadBack(page, next, async () => {
    const back = new URL(request.url);
    await handled(() => finishProviderProof(context, known.actor, { flow, back }));
    return proved(args, context, known.actor, { page, next });
  });
}

async function proved(
  { request }: LoaderFunctionArgs | ActionFunctionArgs,
  context: Context,
  actor: StaffActor,
  { page, next }: { page: "account.unlock" | "account.prove"; next: string | null },
): Promise<Response> {
  const why = page === "account.unlock" ? "unlock" : "step-up";
  const secret = await handled(() => renewSession(context, actor, why));
  const response = seeOther(next ?? homeFor(actor.roles) ?? href("landing"), {
    "Set-Cookie": sessionCookie(context, secret),
  });
  if (flowCookieOf(request, context) !== null) response.headers.append("Set-Cookie", noFlowCookie(context));
  return response;
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { proveAgain } from "#services/accounts/prove-again";
import { renewSession } from "#services/accounts/renew-session";
import { homeFor } from "../components/frame/staff-sections.ts";
import { href } from "../href.ts";
import { readForm } from "./form.ts";
import { guard, handled, seeOther } from "./guard.ts";
import { ownPath } from "./own-path.ts";
import { sessionCookie } from "./session.ts";

/**
 * Takes a proof of who somebody is: their session gets a new secret, and they go on to where they were.
 * @returns null when it proved nothing
 */
export async function provePost(
  args: ActionFunctionArgs,
  name: "account.unlock" | "account.prove",
): Promise<Response | null> {
  const { context, actor } = await guard(args, name);
  const typed = await readForm(args.request);
  if (!(await handled(() => proveAgain(context, actor, typed)))) return null;
  const why = name === "account.unlock" ? "unlock" : "step-up";
  const secret = await handled(() => renewSession(context, actor, why));
  return seeOther(ownPath(typed.get("next")) ?? homeFor(actor.roles) ?? href("landing"), {
    "Set-Cookie": sessionCookie(context, secret),
  });
}

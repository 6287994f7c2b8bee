import type { ActionFunctionArgs } from "@remix-run/node";
import { enter } from "#app/http/enter";
import { readForm } from "#app/http/form";
import { guard, handled, refusal, seeOther } from "#app/http/guard";
import { ownPath } from "#app/http/own-path";
import { deviceCookieOf } from "#app/http/session";
import { networkOf } from "#domain/client-network";
import { askForPasskey, signInWithPasskey } from "#services/accounts/sign-in-passkey";
import { Invalid, TooManyAttempts } from "#services/errors";
import { href } from "../../href.ts";

/** Without an answer: a challenge for the browser's script. With one: signing in. */
export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "account.passkey");
  if (context.site.demo) throw refusal(404);
  const form = await readForm(args.request);
  const credential = form.get("credential");
  if (credential === null) {
    const next = form.get("next");
    const asked = await handled(() => askForPasskey(context, ownPath(next)));
    return Response.json(asked, { headers: { "Cache-Control": "no-store" } });
  }
  try {
    const signedIn = await signInWithPasskey(context, {
      credential,
      flow: form.get("flow") ?? "",
      network: networkOf(args.context.from),
      device: deviceCookieOf(args.request, context),
    });
    return await enter(args, signedIn, signedIn.next);
  } catch (error) {
    if (error instanceof Invalid) return seeOther(href("account.sign-in", {}, { refused: "passkey" }));
    if (error instanceof TooManyAttempts)
      return seeOther(href("account.sign-in", {}, { refused: "too-many" }));
    return handled<never>(() => Promise.reject(error as Error));
  }
}

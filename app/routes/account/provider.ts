import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, handled, seeOther } from "#app/http/guard";
import { ownPath } from "#app/http/own-path";
import { leadBack } from "#app/http/provider-refusal";
import { flowCookie } from "#app/http/session";
import { startProviderSignIn } from "#services/accounts/sign-in-provider";

/** Sends the browser to the council's own sign-in. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "account.provider");
  const next = ownPath(new URL(args.request.url).searchParams.get("next"));
  return leadBack("account.sign-in", next, async () => {
    const { flow, url } = await handled(() => startProviderSignIn(context, next));
    return seeOther(url, { "Set-Cookie": flowCookie(context, flow) });
  });
}

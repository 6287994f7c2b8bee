import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, handled, seeOther } from "#app/http/guard";
import { isFromOwnPage } from "#app/http/own-page";
import { ownPath } from "#app/http/own-path";
import { leadBack } from "#app/http/provider-refusal";
import { flowCookie } from "#app/http/session";
import { startProviderSignIn } from "#services/accounts/sign-in-provider";
import { href } from "../../href.ts";

/** Sends the browser to the council's own sign-in, from our page for it. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "account.provider");
  const next = ownPath(new URL(args.request.url).searchParams.get("next"));
  if (!isFromOwnPage(args.request))
    return seeOther(href("account.sign-in", {}, next === null ? {} : { next }));
  return leadBack("account.sign-in", next, async () => {
    const { flow, url } = await handled(() => startProviderSignIn(context, next));
    return seeOther(url, { "Set-Cookie": flowCookie(context, flow) });
  });
}

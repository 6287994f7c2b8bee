import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, handled, seeOther } from "#app/http/guard";
import { isFromOwnPage } from "#app/http/own-page";
import { ownPath } from "#app/http/own-path";
import { leadBack } from "#app/http/provider-refusal";
import { flowCookie } from "#app/http/session";
import { startProviderProof } from "#services/accounts/prove-elsewhere";
import { href } from "../../href.ts";

/** Sends somebody signed in to the council's own sign-in, to show there once more that it is them. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, locked } = await guard(args, "account.prove-provider");
  const next = ownPath(new URL(args.request.url).searchParams.get("next"));
  const page = locked ? "account.unlock" : "account.prove";
  if (!isFromOwnPage(args.request)) return seeOther(href(page, {}, next === null ? {} : { next }));
  return leadBack(page, next, async () => {
    const { flow, url } = await handled(() => startProviderProof(context, actor, next));
    return seeOther(url, { "Set-Cookie": flowCookie(context, flow) });
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "#app/http/enter";
import { guard, handled } from "#app/http/guard";
import { provedElsewhere } from "#app/http/prove-post";
import { leadBack } from "#app/http/provider-refusal";
import { deviceCookieOf, flowCookieOf } from "#app/http/session";
import { proofUnderWay } from "#services/accounts/prove-elsewhere";
import { finishProviderSignIn } from "#services/accounts/sign-in-provider";

/** Where the council's own sign-in sends the browser back to: to come in, or to show once more who it is. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const { context } = await guard(args, "account.provider-back");
  const flow = flowCookieOf(request, context);
  const proof = await handled(() => proofUnderWay(context, flow));
  if (flow !== null && proof !== null) return provedElsewhere(args, { flow, next: proof.next });
  return leadBack("account.sign-in", null, async () => {
    const back = new URL(request.url);
    const device = deviceCookieOf(request, context);
    const signedIn = await handled(() => finishProviderSignIn(context, { flow, back, device }));
    return enter(args, signedIn, signedIn.next);
  });
}

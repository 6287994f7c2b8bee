import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "#app/http/enter";
import { guard, handled } from "#app/http/guard";
import { leadBack } from "#app/http/provider-refusal";
import { deviceCookieOf, flowCookieOf } from "#app/http/session";
import { finishProviderSignIn } from "#services/accounts/sign-in-provider";

/** Where the council's own sign-in sends the browser back to. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const { context } = await guard(args, "account.provider-back");
  return leadBack("account.sign-in", async () => {
    const signedIn = await handled(() =>
      finishProviderSignIn(context, {
        flow: flowCookieOf(request, context),
        back: new URL(request.url),
        device: deviceCookieOf(request, context),
      }),
    );
    return enter(args, signedIn, signedIn.next);
  });
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard, handled, seeOther } from "#app/http/guard";
import { noSenderCookie, senderCookieOf } from "#app/http/session";
import { endSenderSession } from "#services/senders/end-sender-session";
import { href } from "../../href.ts";

/** Forgets in this browser whose forms these are. Only a post does: a link that is loaded ahead must not. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { context } = await guard(args, "track.leave");
  const secret = senderCookieOf(args.request, context);
  if (secret !== null) await handled(() => endSenderSession(context, secret));
  return seeOther(href("landing"), { "Set-Cookie": noSenderCookie(context) });
}

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await guard(args, "track.leave");
  return seeOther(href("track.home"));
}

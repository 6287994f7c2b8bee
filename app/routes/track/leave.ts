import type { ActionFunctionArgs } from "@remix-run/node";
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

export const loader = () => seeOther(href("track.home"));

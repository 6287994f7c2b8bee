import { isId } from "#services/new-id";
import type { Context } from "#services/context";
import { draftCookie, noLanguageCookie, noSenderCookie } from "./session.ts";

/** To a page that says nothing of us, with as little left in the browser as it lets us take away. */
export function leaving(context: Context, draftId?: string): Response {
  const headers = new Headers({
    Location: context.settings.exitUrl,
    "Cache-Control": "no-store",
    "Clear-Site-Data": '"cache", "cookies", "storage"',
  });
  // Named as well: not every browser knows the header before.
  headers.append("Set-Cookie", noLanguageCookie(context));
  headers.append("Set-Cookie", noSenderCookie(context));
  if (draftId !== undefined && isId(draftId))
    headers.append("Set-Cookie", `${draftCookie(context, { draftId, secret: "" })}; Max-Age=0`);
  return new Response(null, { status: 303, headers });
}

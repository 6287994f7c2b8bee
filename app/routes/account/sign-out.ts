import type { ActionFunctionArgs } from "@remix-run/node";
import { guard, handled, seeOther } from "#app/http/guard";
import { noSessionCookie } from "#app/http/session";
import { endSession } from "#services/accounts/end-session";
import { href } from "../../href.ts";

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "account.sign-out");
  await handled(() => endSession(context, actor));
  return seeOther(href("account.sign-in"), {
    "Set-Cookie": noSessionCookie(context),
    // Not "cookies": that would take those of every other site of the council, and of a form that is half filled in.
    "Clear-Site-Data": '"cache", "storage"',
  });
}

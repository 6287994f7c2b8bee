import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Role } from "#domain/actor";
import { endBroughtSession } from "#services/accounts/end-brought-session";
import { homeFor } from "../components/frame/staff-sections.ts";
import { href } from "../href.ts";
import { handled, seeOther } from "./guard.ts";
import { ownPath } from "./own-path.ts";
import { deviceCookie, flowCookieOf, noFlowCookie, sessionCookie, sessionCookieOf } from "./session.ts";

/**
 * Lets somebody in whose session was just started, by whichever way of signing in: their browser gets its cookie in
 * place of the one that it brought, and goes on to where it was.
 * @param next where they wanted to go; anything but a path of ours leads to their first page
 */
export async function enter(
  { request, context: { context } }: LoaderFunctionArgs | ActionFunctionArgs,
  started: { secret: string; roles: readonly Role[]; device?: string },
  next: string | null,
): Promise<Response> {
  const brought = sessionCookieOf(request, context);
  if (brought !== null) await handled(() => endBroughtSession(context, brought));
  const response = seeOther(ownPath(next) ?? homeFor(started.roles) ?? href("landing"), {
    "Set-Cookie": sessionCookie(context, started.secret),
  });
  const { device } = started;
  if (device !== undefined) response.headers.append("Set-Cookie", deviceCookie(context, device));
  if (flowCookieOf(request, context) !== null) response.headers.append("Set-Cookie", noFlowCookie(context));
  return response;
}

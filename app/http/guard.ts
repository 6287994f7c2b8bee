import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Actor, Role, StaffActor } from "#domain/actor";
import { readSession } from "#services/accounts/read-session";
import { recordDenial } from "#services/accounts/record-denial";
import type { Context } from "#services/context";
import { Conflict, Forbidden, NotFound, Unavailable } from "#services/errors";
import { href, routeNamed, type RouteName, type RowOf } from "../href.ts";
import { sessionCookieOf } from "./session.ts";
import type {} from "./load-context.ts";

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/** Who may come in as what: a public page sees whoever it is, every other page somebody signed in. */
type ActorOn<Name extends RouteName> = RowOf<Name>["access"] extends "public" | "demo" ? Actor : StaffActor;

export type Entry<Name extends RouteName> = {
  context: Context;
  actor: ActorOn<Name>;
  params: Readonly<Record<string, string>>;
};

/** A sentence or details for the error page; the status says the rest. */
export const refusal = (status: number, body: unknown = null): Response =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

const signIn = (path: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: `/account/sign-in?${new URLSearchParams({ next: path }).toString()}` },
  });

async function refuse(context: Context, actor: StaffActor, route: RouteName): Promise<never> {
  await recordDenial(context, actor, { route, why: "wrong-role" });
  throw refusal(403);
}

/**
 * The one door of every loader and action: it finds out who asks, whether the row of this route lets them in, and
 * hands over what a service needs. A parent route's guard protects nothing below it, so each one calls this itself.
 * @throws Response 303 to sign-in for a page, 401 for anything else, 403 for a role that may not come in (recorded),
 *   404 for a demo page outside demo mode
 */
export async function guard<Name extends RouteName>(
  { request, params, context: { context } }: Arguments,
  name: Name,
): Promise<Entry<Name>> {
  const { access } = routeNamed(name) as { access: "public" | "demo" | "signed-in" | readonly Role[] };
  const given = Object.fromEntries(Object.entries(params).map(([param, value]) => [param, value ?? ""]));
  if (access === "demo" && !context.site.demo) throw refusal(404);

  const cookie = sessionCookieOf(request, context);
  // A public form never asks the database who it is: the answer would change nothing that it shows.
  const known = cookie === null || access === "public" ? null : await readSession(context, cookie);
  if (access === "public" || access === "demo") {
    const actor: Actor = known ?? { kind: "public" };
    return { context, actor: actor as ActorOn<Name>, params: given };
  }
  if (known?.kind !== "staff") {
    const { pathname, search } = new URL(request.url);
    throw ["GET", "HEAD"].includes(request.method) ? signIn(pathname + search) : refusal(401);
  }
  if (access !== "signed-in" && !access.some((role) => known.roles.includes(role))) {
    return refuse(context, known, name);
  }
  return { context, actor: known as ActorOn<Name>, params: given };
}

/**
 * Runs what a route asks of services and turns the three expected failures into answers: missing or not yours 404,
 * somebody else was first 409 with what stands now, the database away 503. Everything else is a bug and becomes 500.
 */
export async function handled<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) throw refusal(404);
    if (error instanceof Conflict) throw refusal(409, { message: error.message });
    if (error instanceof Unavailable) throw refusal(503);
    throw error;
  }
}

/** Back to a GET page after a post, so that reloading never sends twice. */
export const seeOther = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { Location: location, ...headers } });

/**
 * A path of our own to go to after signing in; anything that a browser could read as another site becomes "/".
 */
export function ownPath(next: string | null): string {
  if (next === null || !/^\/(?![/\\])[\w\-./~%?=&]*$/.test(next)) return href("landing");
  const url = new URL(next, "http://own.invalid");
  return url.origin === "http://own.invalid" && !/%(?:0[0-9a-f]|5c|2f)/i.test(url.pathname)
    ? url.pathname + url.search
    : href("landing");
}

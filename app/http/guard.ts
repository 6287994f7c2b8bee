import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Actor, Role, StaffActor } from "#domain/actor";
import { erasedInWords } from "#domain/erasure";
import type { Language } from "#domain/intake";
import { localDate, longDate } from "#domain/time-words";
import { readSession } from "#services/accounts/read-session";
import { recordDenial } from "#services/accounts/record-denial";
import type { Context } from "#services/context";
import { Conflict, Erased, Forbidden, NothingSaved, NotFound, Unavailable } from "#services/errors";
import { routeNamed, type RouteName, type RowOf } from "../href.ts";
import { mustHaveProved, sendToProof } from "./kept-form.ts";
import { sessionCookieOf } from "./session.ts";
import type {} from "./load-context.ts";

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/** Who may come in as what: a public page sees whoever it is, every other page somebody signed in. */
type ActorOn<Name extends RouteName> = RowOf<Name>["access"] extends "public" | "demo" | "key"
  ? Actor
  : StaffActor;

export type Entry<Name extends RouteName> = {
  context: Context;
  actor: ActorOn<Name>;
  params: Readonly<Record<string, string>>;
  /** When this person last proved who they are; null for nobody in particular. */
  provedAt: Date | null;
  /** Their screen is locked: only rows with the access "session" let them in then. */
  locked: boolean;
  /** What the page is read in: English on every page of people who work here. */
  language: Language;
};

type Access = "public" | "demo" | "key" | "session" | "signed-in" | readonly Role[];

/** A sentence or details for the error page; the status says the rest. */
export const refusal = (status: number, body: unknown = null): Response =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

const dayOf = (at: Date): string => longDate(localDate(at));

async function refuse(context: Context, actor: StaffActor, route: RouteName): Promise<never> {
  await recordDenial(context, actor, { route, why: "wrong-role" });
  throw refusal(403);
}

/**
 * The one door of every loader and action: it finds out who asks, whether the row of this route lets them in, and
 * hands over what a service needs. A parent route's guard protects nothing below it, so each one calls this itself.
 * @throws Response 303 to sign-in, to unlocking or to a fresh proof (a posted form is kept meanwhile), 401 for a post
 *   by nobody that we know, 403 for a role that may not come in (recorded), 404 for a demo page outside demo mode
 */
export async function guard<Name extends RouteName>(args: Arguments, name: Name): Promise<Entry<Name>> {
  const { request, params } = args;
  const { context, language, restoring = false } = args.context;
  const { access, stepUp, quiet }: { access: Access; stepUp?: "page" | "post"; quiet?: true } =
    routeNamed(name);
  const given = Object.fromEntries(Object.entries(params).map(([param, value]) => [param, value ?? ""]));
  if (access === "demo" && !context.site.demo) throw refusal(404);

  const cookie = sessionCookieOf(request, context);
  // A public form never asks the database who it is: the answer would change nothing that it shows. A machine's key is
  // looked at in http/machine.ts.
  const nobody = access === "public" || access === "key";
  const known =
    cookie === null || nobody ? null : await readSession(context, cookie, { quiet: quiet === true });
  if (nobody || access === "demo") {
    const actor: Actor = known?.state === "open" ? known.actor : { kind: "public" };
    return { context, actor: actor as ActorOn<Name>, params: given, provedAt: null, locked: false, language };
  }
  if (known === null) throw (await sendToProof(args, "account.sign-in")) ?? refusal(401);
  const { actor, provedAt } = known;
  if (access !== "session" && known.state === "locked")
    throw (await sendToProof(args, "account.unlock")) ?? refusal(401);
  if (typeof access !== "string" && !access.some((role) => actor.roles.includes(role))) {
    return refuse(context, actor, name);
  }
  const isPost = !["GET", "HEAD"].includes(request.method);
  if (stepUp === "page" || (stepUp === "post" && isPost)) await mustHaveProved(args, provedAt);
  // The action of a form that comes back from being kept gets a context in which no service can do anything.
  const acting: Context = restoring && isPost ? { ...context, showingKeptForm: true } : context;
  return {
    context: acting,
    actor: actor as ActorOn<Name>,
    params: given,
    provedAt,
    locked: known.state === "locked",
    language,
  };
}

/**
 * Runs what a route asks of services and turns the expected failures into answers: missing or not yours 404, erased
 * 410 with when and under what, somebody else was first 409 with what stands now, the database away 503. Everything else is a bug and becomes 500.
 */
export async function handled<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Erased)
      throw refusal(410, { message: erasedInWords(dayOf(error.erasedAt), error.ground) });
    if (error instanceof NotFound || error instanceof Forbidden) throw refusal(404);
    if (error instanceof Conflict) throw refusal(409, { message: error.message });
    if (error instanceof Unavailable) throw refusal(503);
    // A page without words to show again: the server leads to where it is read.
    if (error instanceof NothingSaved) throw seeOther(".");
    throw error;
  }
}

/** Back to a GET page after a post, so that reloading never sends twice. */
export const seeOther = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { Location: location, ...headers } });

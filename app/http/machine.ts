import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ApiScope } from "#domain/api/keys";
import type { Context } from "#services/context";
import { Conflict, NotFound, TooManyAttempts, Unavailable } from "#services/errors";
import { findKey, type Partner } from "#services/api/find-key";
import type { RouteName } from "../href.ts";
import { guard } from "./guard.ts";
import { kindOf } from "./kind-of-error.ts";
import { problemAnswer } from "./problem.ts";

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;
type Machine = { context: Context; partner: Partner; params: Readonly<Record<string, string>> };

/** A second and up: what is asked again at once is refused again. */
const secondsUntil = (until: Date, now: Date): string =>
  String(Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000)));

/** The key that a request shows, or nothing. */
const keyIn = (request: Request): string =>
  /^Bearer +(\S+)\s*$/i.exec(request.headers.get("Authorization") ?? "")?.[1] ?? "";

/**
 * The door of the machines: finds out whose key it is and what it may do, runs what it asks, and turns every failure
 * into a problem that a program can read.
 */
export async function machine(
  args: Arguments,
  { route, scope }: { route: RouteName; scope: ApiScope },
  run: (asking: Machine) => Promise<Response>,
): Promise<Response> {
  const { context, params } = await guard(args, route);
  try {
    const partner = await findKey(context, keyIn(args.request), scope);
    if (partner === "unknown") return problemAnswer("no-key", {}, { "WWW-Authenticate": "Bearer" });
    if (partner === "not-allowed") return problemAnswer("not-allowed");
    return await run({ context, partner, params });
  } catch (error) {
    if (error instanceof NotFound) return problemAnswer("not-found");
    if (error instanceof Conflict) {
      const { reference } = (error as Conflict<{ reference?: string }>).details;
      return problemAnswer("key-used-before", reference === undefined ? {} : { reference });
    }
    if (error instanceof TooManyAttempts)
      return problemAnswer("too-many", {}, { "Retry-After": secondsUntil(error.until, context.now()) });
    if (error instanceof Unavailable) return problemAnswer("away", {}, { "Retry-After": "2" });
    const { requestId } = args.context;
    context.log.error({ requestId, method: args.request.method, ...kindOf(error) }, "request failed");
    return problemAnswer("our-fault");
  }
}

/** What an address answers to the method that it is not asked with. */
export const onlyWith = (allowed: string): Response =>
  problemAnswer("no-such-method", {}, { Allow: allowed });

/**
 * A body as JSON.
 * @returns undefined when it is not sent as JSON, null with `readable` false when it is none
 */
export async function readJson(
  request: Request,
): Promise<{ read: true; value: unknown } | { read: false; because: "not-json" | "not-readable" }> {
  const kind = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (kind !== "application/json") return { read: false, because: "not-json" };
  try {
    // Half a character in the bytes is an error here; request.text() would put something else in its place.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await request.arrayBuffer());
    return { read: true, value: JSON.parse(text) as unknown };
  } catch {
    return { read: false, because: "not-readable" };
  }
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { policeFileBytesAtMost } from "#domain/police/limits";
import { isProofFresh } from "#domain/session";
import { keepForm } from "#services/accounts/keep-form";
import { wasSignedIn } from "#services/accounts/was-signed-in";
import { href } from "../href.ts";
import { ownPath } from "./own-path.ts";
import { sessionCookieOf } from "./session.ts";
import { typedBesideFiles } from "./upload.ts";
import type {} from "./load-context.ts";

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/** Carried by the address of a page that shows a kept form again. */
export const keptParam = "kept";

/** The page that a request asks for, without the mark of a kept form. */
export function pageOf(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(keptParam);
  return url.pathname + url.search;
}

/** The address at which a kept form comes back. */
export const withKept = (page: string, id: string): string =>
  `${page}${page.includes("?") ? "&" : "?"}${keptParam}=${id}`;

/** The pages on which somebody proves who they are. */
export const proofPages = ["account.sign-in", "account.unlock", "account.prove"] as const;
export type ProofPage = (typeof proofPages)[number];

/**
 * A password or a code that was typed too late is not kept, not even sealed: it would be shown again. What a page saves by
 * itself stays in the page, which tries again.
 */
const isNeverKept = (pathname: string) =>
  [...proofPages, "account.password" as const, "hub.unsent" as const].some((name) => href(name) === pathname);

const to = (page: ProofPage, next: string | null): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: next === null ? href(page) : href(page, {}, { next }), "Cache-Control": "no-store" },
  });

/**
 * Leads to a page where somebody proves who they are, and from there back. A form that was posted is kept for the
 * account and comes back in its page; it is never carried out by itself.
 * @param typed the form, where the caller has read it already
 * @returns null when there is nobody that a posted form could be kept for
 */
export async function sendToProof(
  { request, context: { context, restoring } }: Arguments,
  page: ProofPage,
  typed?: URLSearchParams,
): Promise<Response | null> {
  const { pathname, search } = new URL(request.url);
  if (restoring || ["GET", "HEAD"].includes(request.method)) return to(page, pathname + search);
  const cookie = sessionCookieOf(request, context);
  if (cookie === null) return null;
  const body = typed?.toString() ?? (await formText(request));
  if (isNeverKept(pathname)) {
    const known = page !== "account.sign-in" || (await wasSignedIn(context, cookie));
    const next = pathname === href("account.password") ? pathname : new URLSearchParams(body).get("next");
    return known ? to(page, ownPath(next)) : null;
  }
  // A bare button has nothing to give back, and its address may not be a page: back to where it was pressed.
  if (body === "") return page === "account.sign-in" ? null : to(page, cameFrom(request));
  const here = pageOf(request.url);
  const kept = await keepForm(context, cookie, { path: here, body });
  if (kept !== null) return to(page, withKept(here, kept));
  return page === "account.sign-in" ? null : to(page, here);
}

/**
 * Asks for a proof that is only minutes old before a sensitive act. A row of the map says it for a whole page; an
 * action that has one sensitive form among others calls it with what it has read.
 * @throws Response 303 to the page of the proof; a posted form comes back in its page
 */
export async function mustHaveProved(
  args: Arguments,
  provedAt: Date | null,
  typed?: URLSearchParams,
): Promise<void> {
  const { context } = args.context;
  if (provedAt !== null && isProofFresh(provedAt, context.now())) return;
  throw (await sendToProof(args, "account.prove", typed)) ?? new Response(null, { status: 401 });
}

async function formText(request: Request): Promise<string> {
  const kind = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (kind === "application/x-www-form-urlencoded") return request.text();
  // A file is still where it was chosen from, and no page could put it back into its box: what was typed beside it can.
  return kind === "multipart/form-data"
    ? (await typedBesideFiles(request, 2 * policeFileBytesAtMost)).toString()
    : "";
}

/** The page of ours that a post came from; null when the browser does not say. */
function cameFrom(request: Request): string | null {
  const referer = request.headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return null;
  const { pathname, search, origin } = new URL(referer);
  return origin === new URL(request.url).origin ? ownPath(pathname + search) : null;
}

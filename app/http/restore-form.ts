import { openKeptForm } from "#services/accounts/open-kept-form";
import { readSession } from "#services/accounts/read-session";
import type { Context } from "#services/context";
import { NotFound } from "#services/errors";
import type { StaffActor } from "#domain/actor";
import { openUnsent } from "#services/unsent/open-unsent";
import { href } from "../href.ts";
import { keptParam, pageOf, proofPages } from "./kept-form.ts";
import { seeOther } from "./guard.ts";
import { sessionCookieOf } from "./session.ts";
import { unsentPage } from "./unsent-page.ts";

/** A kept form on its way back: what its page is asked, and what to answer with. */
type Restoring = {
  request: Request;
  also: { unsent: { ids: readonly string[]; restored: boolean } };
  answered: (response: Response) => Promise<Response>;
};

/**
 * A form of this person's that was kept: over a locked screen, or as they typed it.
 * @throws NotFound when there is none for them
 */
export async function openForm(context: Context, actor: StaffActor, id: string) {
  try {
    return { ...(await openKeptForm(context, actor, id)), typed: false };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const { body, ...place } = await openUnsent(context, actor, id);
    return { path: unsentPage(place), body, typed: true };
  }
}

/**
 * The form that the address of a page names, as it was posted; null when there is none, or none for this person. The
 * page's own action reads it, so that every page can show it, and the guard sees to it that nothing is carried out.
 */
export async function restoringOf(context: Context, asked: Request): Promise<Restoring | null> {
  const id = new URL(asked.url).searchParams.get(keptParam);
  const cookie = sessionCookieOf(asked, context);
  if (asked.method !== "GET" || id === null || cookie === null) return null;
  const session = await readSession(context, cookie);
  if (session?.state !== "open") return null;
  const page = pageOf(asked.url);
  const kept = await openForm(context, session.actor, id).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (kept?.path !== page) return null;
  const headers = new Headers(asked.headers);
  headers.set("Content-Type", "application/x-www-form-urlencoded");
  return {
    request: new Request(asked.url, { method: "POST", headers, body: kept.body, signal: asked.signal }),
    also: { unsent: { ids: kept.typed ? [id] : [], restored: kept.typed } },
    answered: (response) => whatIsShown(response, { id, page, words: wordsIn(kept.body) }),
  };
}

/**
 * The page with the form in it. Where the page has no place any more for something that was typed (its hold has lapsed,
 * somebody else has decided), the words are shown on a page of their own: none are ever lost.
 */
async function whatIsShown(
  response: Response,
  { id, page, words }: { id: string; page: string; words: readonly string[] },
): Promise<Response> {
  const { status, headers } = response;
  const [location] = (headers.get("location") ?? "").split("?");
  if (proofPages.some((name) => href(name) === location)) return response;
  const html = [200, 409, 422].includes(status) ? await response.text() : null;
  if (html === null || !shows(html, words))
    return seeOther(words.length > 0 ? href("account.kept", { id }) : page);
  // Nothing is wrong with the form: it has only not been sent.
  return new Response(html, { status: status === 422 ? 200 : status, headers });
}

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** Whether every text stands on the page, however its spaces and line ends were written. */
function shows(html: string, texts: readonly string[]): boolean {
  const dense = (text: string) => text.replace(/\s+/g, "");
  const page = dense(html);
  return texts.every((text) => page.includes(dense(text.replace(/[&<>"']/g, (one) => escapes[one] ?? one))));
}

/** What somebody typed in words: ids, keys and ticks have no space in them. */
export const wordsIn = (body: string): string[] =>
  [...new URLSearchParams(body).values()].filter((text) => /\S\s+\S/.test(text));

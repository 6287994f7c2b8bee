import type { Context } from "#services/context";

/** One cookie read from a request; null when it is absent. Names are compared exactly. */
const cookieOf = (request: Request, name: string): string | null =>
  cookieIn(request.headers.get("cookie"), name);

function cookieIn(cookies: string | null, name: string): string | null {
  for (const pair of (cookies ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

const isSecure = (context: Context): boolean => context.site.origin.startsWith("https://");

/**
 * `__Host-` makes browsers refuse the cookie unless it is Secure, for this host alone and for every path; without
 * https (a developer's machine) browsers would refuse it always, so the plain name is used there.
 */
const sessionCookieName = (context: Context): string => (isSecure(context) ? "__Host-session" : "session");

/** The secret that the browser of somebody signed in sends; null when nobody is. */
export const sessionCookieOf = (request: Request, context: Context): string | null =>
  cookieOf(request, sessionCookieName(context));

/**
 * The Set-Cookie value for a new session. It has no Max-Age: it ends with the browser, and the server decides sooner.
 * SameSite=Lax and not Strict, because links in our own emails must open signed in; posts are checked by origin.
 */
export const sessionCookie = (context: Context, secret: string): string =>
  `${sessionCookieName(context)}=${secret}; Path=/; HttpOnly; SameSite=Lax${isSecure(context) ? "; Secure" : ""}`;

/** The Set-Cookie value that ends a session in the browser. */
export const noSessionCookie = (context: Context): string => `${sessionCookie(context, "")}; Max-Age=0`;

/**
 * The draft's secret is sent for that draft's pages only, so several drafts can be open in tabs. SameSite=Lax: a page
 * reached through a link in another program (a colleague's chat, a mail reader) still knows its draft, while a form
 * posted from another site is refused before any cookie matters.
 */
const draftCookieName = (context: Context): string => (isSecure(context) ? "__Secure-draft" : "draft");

export const draftCookieOf = (request: Request, context: Context): string | null =>
  cookieOf(request, draftCookieName(context));

export const draftCookie = (
  context: Context,
  { draftId, secret }: { draftId: string; secret: string },
): string =>
  `${draftCookieName(context)}=${secret}; Path=/f/${draftId}; HttpOnly; SameSite=Lax${isSecure(context) ? "; Secure" : ""}`;

/**
 * A sign-in or an enrolment under way. Lax and not Strict: the identity provider sends the browser back from its own
 * site.
 */
const flowCookieName = (context: Context): string => (isSecure(context) ? "__Host-flow" : "flow");

export const flowCookieOf = (request: Request, context: Context): string | null =>
  cookieOf(request, flowCookieName(context));

export const flowCookie = (context: Context, secret: string): string =>
  `${flowCookieName(context)}=${secret}; Path=/; HttpOnly; SameSite=Lax${isSecure(context) ? "; Secure" : ""}`;

export const noFlowCookie = (context: Context): string => `${flowCookie(context, "")}; Max-Age=0`;

const deviceCookieName = (context: Context): string => (isSecure(context) ? "__Host-device" : "device");

/** By which a browser is known again in which somebody signed in before; it opens nothing. */
export const deviceCookieOf = (request: Request, context: Context): string | null =>
  cookieOf(request, deviceCookieName(context));

const deviceSeconds = 400 * 24 * 3600;

export const deviceCookie = (context: Context, secret: string): string =>
  `${deviceCookieName(context)}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${deviceSeconds}${isSecure(context) ? "; Secure" : ""}`;

/** A browser in which somebody proved, or is about to prove, that they read an address at work. */
const senderCookieName = (context: Context): string => (isSecure(context) ? "__Host-sender" : "sender");

export const senderCookieOf = (request: Request, context: Context): string | null =>
  cookieOf(request, senderCookieName(context));

export const senderCookie = (context: Context, secret: string): string =>
  `${senderCookieName(context)}=${secret}; Path=/; HttpOnly; SameSite=Lax${isSecure(context) ? "; Secure" : ""}`;

export const noSenderCookie = (context: Context): string => `${senderCookie(context, "")}; Max-Age=0`;

const languageCookieName = (context: Context): string => (isSecure(context) ? "__Host-language" : "language");

/** The language that was chosen in a browser, from the header of its cookies. */
export const languageCookieOf = (cookies: string | null, context: Context): string | null =>
  cookieIn(cookies, languageCookieName(context));

/** It ends with the browser: on a machine that others use too it would say that somebody was here. */
export const languageCookie = (context: Context, language: string): string =>
  `${languageCookieName(context)}=${language}; Path=/; HttpOnly; SameSite=Lax${isSecure(context) ? "; Secure" : ""}`;

export const noLanguageCookie = (context: Context): string => `${languageCookie(context, "")}; Max-Age=0`;

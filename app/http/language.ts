import type { IncomingHttpHeaders } from "node:http";
import type { Language } from "#domain/intake";
import { offeredLanguages } from "#domain/language";
import type { Context } from "#services/context";
import { routes } from "../routes.js";
import { readForm, shownAgain, typedIn, type Typed } from "./form.ts";
import { seeOther } from "./guard.ts";
import { languageButton } from "./language-button.ts";
import { languageCookie, languageCookieOf } from "./session.ts";

/** Pages that somebody outside reads; all others are for people who work here, in English. */
const isForOutside = (name: string): boolean =>
  name === "landing" || name === "system.not-found" || /^(?:report|track|help)\./.test(name);

const firstPart = (path: string): string => path.split("/")[1] ?? "";

const insideParts: ReadonlySet<string> = new Set(
  routes.filter(({ name }) => !isForOutside(name)).map(({ path }) => firstPart(path)),
);

const offeredAt = ({ settings, site }: Context, pathname: string): readonly Language[] =>
  insideParts.has(firstPart(pathname)) ? ["en"] : offeredLanguages(settings, site.trialLanguage);

/** What a page is read in, and what else it can be. */
export type Spoken = { language: Language; offered: readonly Language[] };

/**
 * The language that this browser chose, while it is offered: English again on the day on which it is not. Nobody's is
 * guessed from what their browser says that it reads: a form that changes its language by itself frightens.
 */
export function spokenAt(context: Context, pathname: string, cookies: string | null): Spoken {
  const offered = offeredAt(context, pathname);
  const chosen = languageCookieOf(cookies, context);
  return { language: offered.find((language) => language === chosen) ?? "en", offered };
}

/** Draws a page in a language, with what was typed in its form. */
type Draw = (page: Request, spoken: Spoken & { typed: Typed }) => Promise<Response>;

/**
 * The form of a page that is asked for in another language; null for any other request. Looked at before the request is
 * made: where files come, their pieces are let go as they are read.
 */
export function askedToSwitch({ "content-type": type }: IncomingHttpHeaders, body: readonly Buffer[] = []) {
  if (type?.split(";", 1)[0]?.trim().toLowerCase() !== "application/x-www-form-urlencoded") return null;
  const whole = Buffer.concat(body);
  return whole.includes(`${languageButton}=`) ? whole : null;
}

/**
 * Answers a button of the language switch: the same page in another language, with its form as it was typed so far. No
 * action is asked, so nothing is kept, checked or sent. Where nothing was typed the browser is led back to the page.
 * @returns null when it is no language that is offered there
 */
export async function inOtherLanguage(
  context: Context,
  { request, body }: { request: Request; body: Buffer },
  draw: Draw,
): Promise<Response | null> {
  const { url, headers: sent, signal } = request;
  const form = await readForm(
    new Request(url, { method: "POST", headers: sent, body: new Uint8Array(body) }),
  ).catch((error: unknown) => {
    if (error instanceof Response) return null;
    throw error;
  });
  const { pathname, search } = new URL(url);
  const offered = offeredAt(context, pathname);
  const language = offered.find((one) => one === form?.get(languageButton));
  if (form === null || language === undefined) return null;
  const cookie = languageCookie(context, language);
  const names = [...new Set(form.keys())].filter((name) => name !== languageButton);
  if (names.length === 0) return seeOther(pathname + search, { "Set-Cookie": cookie });
  const headers = new Headers(sent);
  for (const name of ["content-type", "content-length"]) headers.delete(name);
  const typed = shownAgain(typedIn(form, { fields: [], many: names }));
  const answer = await draw(new Request(url, { headers, signal }), { language, offered, typed });
  answer.headers.append("Set-Cookie", cookie);
  return answer;
}

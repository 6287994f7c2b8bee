import type { WrittenLanguage } from "../intake.ts";
import { siteWords as pl } from "./pl/site.ts";

/** Words that stand around every public page. `{…}` is filled in by `filled`. */
const en = {
  service: "Help and protection for children",
  pageTitle: "{title} – {service} – {authority}",
  /** What stays in the history of somebody who may be watched says nothing of what it was. */
  plain: {
    title: "{title} – {authority}",
    start: "Start",
    page: "Page {page}",
    last: "Last page",
    done: "Page",
    notHere: "This page is not here",
    notHereText: "The page may have moved.",
    again: "Start again",
  },
  errorTitle: "Error: {title}",
  skip: "Skip to main content",
  back: "Back",
  backLabel: "Page before this one",
  navigation: "Pages of this site",
  languages: "Language",
  worried: "Worried about a child",
  home: "{authority}, start page",
  emergency: "If a child is in danger now, call {number}.",
  contact: "Contact us",
  openNow: "Call {day}. We are open {hours}.",
  otherTimes: "At nights, weekends and bank holidays, call {night}.",
  closedNow: "The daytime office is closed now. Call the night team on {night}.",
  daytime: "Daytime number: {day}, {hours}.",
  relay: "If you are deaf or cannot use voice calls, use Relay UK: dial 18001 and then the number.",
  footerLinks: "About this site",
  privacy: "Privacy",
  cookies: "Cookies",
  accessibility: "Accessibility",
  demo: "This is a demonstration. Do not type in real people.",
  errorSummary: "There is a problem",
  /** Said before a message beside a field. */
  error: "Error",
  notProvided: "Not provided",
  important: "Important",
  pages: { label: "Pages of the list", before: "Before", after: "After", place: "Page {page} of {pages}" },
  tooMany: "Too many tries. You can try again after {time}",
  continue: "Continue",
  problem: {
    title: {
      400: "We could not take what was sent",
      401: "Sign in first",
      403: "You do not have access to this page",
      404: "Page not found",
      409: "Somebody else was first",
      410: "This was erased",
      413: "That was too much to send at once",
      408: "That took too long",
      415: "We could not read what was sent",
      421: "This is not the right address",
      429: "Please wait a moment",
      431: "Your browser sent too much",
      500: "Something went wrong on our side",
      503: "This is not working at the moment",
    },
    text: {
      400: "Go back, load the page again and try once more. Nothing was saved from the last page.",
      401: "This page is only for people who are signed in.",
      403: "Your role does not include this page. An administrator can say who to ask.",
      404: "The page may have moved, or its time may have run out. A form that was not sent is deleted after seven days, and it can only be opened in the browser that started it.",
      409: "The record changed while you were working on it, so nothing was saved. Go back, read what stands now and try again.",
      410: "Nothing of what was said or written in it is kept any more, and it cannot be brought back.",
      413: "Go back and shorten what you wrote. Nothing was saved from the last page.",
      408: "The connection was too slow, and nothing was saved from the last page. Go back and try again.",
      415: "Go back and try again. Files cannot be sent on this page.",
      421: "Type the address again, or follow a link from the council's website.",
      429: "Very many forms are coming from where you are. What you wrote is kept: wait a minute, go back and press the button again.",
      431: "Close the browser and open this site again. If that does not help, call us.",
      500: "Nothing that you sent before is lost. Go back and try again. If it happens again, call us.",
      503: "Try again in a few minutes. If it cannot wait, call us: do not wait for the website.",
    },
    call: "If you are worried about a child, do not wait for this page: call us.",
  },
} as const;

type Widened<T> = T extends string ? string : { readonly [Key in keyof T]: Widened<T[Key]> };
export type SiteWords = Widened<typeof en>;

export const siteWords: Record<WrittenLanguage, SiteWords> = { en, pl };

/** Puts values into the `{places}` of a sentence. A place without a value stays as it is, where a test sees it. */
export const filled = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );

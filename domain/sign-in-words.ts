import { timeOfDay } from "./time-words.ts";
import { filled, siteWords } from "./wording/site.ts";

/** Why somebody did not come in, by the code that services give or a page was left with. */
const refusals: Readonly<Record<string, string>> = {
  unreachable: "Your council’s sign-in did not answer. Wait a minute and try again",
  refused: "Your council’s sign-in did not let you go on. Try again, or ask your ICT service desk",
  "wrong-answer":
    "The answer of your council’s sign-in could not be trusted, so you are not signed in. Try again",
  "too-late": "Signing in took too long, or was already done with this link. Start again",
  "one-factor":
    "Your council account was used without a second factor. Set one up with your ICT service desk, and sign in again",
  "no-role":
    "Your council account is right, but it is in no group that may use this service. Ask your manager which group you need",
  address:
    "Your council account has no email address, or one that belongs to another account here. Ask an administrator",
  passkey: "This passkey did not let you in. Try again, or sign in another way",
  "too-many": "Too many tries. Wait a quarter of an hour and try again",
  "other-person":
    "Somebody else signed in at your council’s sign-in. Sign in there as the person you are here",
  left: "Your account here was ended. Ask an administrator",
};

/** The words for a code that came in an address; null for anything else. */
export const refusalWords = (code: string | null): string | null =>
  code !== null && Object.hasOwn(refusals, code) ? (refusals[code] ?? null) : null;

/** What is said to somebody who tried too often, whether their account exists or not. */
export const tooManyWords = (until: Date): string => filled(siteWords.en.tooMany, { time: timeOfDay(until) });

import { data } from "@remix-run/node";
import type { Language } from "#domain/intake";
import { wordsIn } from "#domain/language";
import { momentWords } from "#domain/wording/moments";
import { senderWords } from "#domain/wording/sender";
import { filled, siteWords } from "#domain/wording/site";
import { Invalid, NotFound, TooManyAttempts } from "#services/errors";
import type { Problems, Typed } from "./form.ts";
import { handled, seeOther } from "./guard.ts";
import { problemsFrom } from "./refused-change.ts";

export type RefusedEntry = { problems: Problems; typed: Typed };

/** A form of a sign-in page, shown again with what is wrong. Passwords and codes are never in `typed`. */
export const wrongEntry = (problems: Problems, typed: Typed, status = 422) =>
  data<RefusedEntry>({ problems, typed }, { status });

/**
 * Runs one step of signing in, or of setting an account up.
 * @param startAgain where to go when nothing is under way in this browser any more
 */
export async function entered(
  run: () => Promise<Response>,
  typed: Typed,
  { startAgain, language = "en" }: { startAgain?: string; language?: Language } = {},
) {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Invalid) return wrongEntry(problemsFrom(error.problems), typed);
    if (error instanceof TooManyAttempts) {
      const time = wordsIn(momentWords, language).timeOfDay(error.until);
      const text = filled(wordsIn(siteWords, language).tooMany, { time });
      const summary = [{ href: "#main-content", text }];
      return wrongEntry({ summary, fields: {} }, typed, 429);
    }
    if (error instanceof NotFound && startAgain !== undefined) return seeOther(startAgain);
    return handled<never>(() => Promise.reject(error as Error));
  }
}

/** A code of a sender's that is not right. The service does not know the words of public pages. */
export const codeInWords =
  (language: Language) =>
  (error: unknown): never => {
    throw error instanceof Invalid ? new Invalid({ code: wordsIn(senderWords, language).code.wrong }) : error;
  };

/** Answers no sooner than this: longer than the work takes, so that how long it took cannot be read from outside. */
const steadyMs = 250;

/** Runs work whose duration would tell something, and waits for the rest of a fixed time. */
export async function steadily<T>(run: () => Promise<T>): Promise<T> {
  const least = new Promise((resolve) => setTimeout(resolve, steadyMs));
  try {
    return await run();
  } finally {
    await least;
  }
}

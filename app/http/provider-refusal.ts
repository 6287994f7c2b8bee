import { NotLetIn } from "#services/accounts/provider-refusal";
import { href } from "../href.ts";
import { seeOther } from "./guard.ts";
import type { ProofPage } from "./kept-form.ts";

/**
 * Runs one step at the provider; whoever does not get through reads why on the page that they came from.
 * @param next where they wanted to go, so that trying again still leads there
 */
export async function leadBack(
  page: ProofPage,
  next: string | null,
  run: () => Promise<Response>,
): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof NotLetIn)) throw error;
    // Whoever may do nothing here any more was signed out: the other pages would only send them on.
    const out = error.why === "no-role" || error.why === "left";
    const refused = error.why;
    return seeOther(
      href(out ? "account.sign-in" : page, {}, next === null ? { refused } : { next, refused }),
    );
  }
}

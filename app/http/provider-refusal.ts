import { NotLetIn } from "#services/accounts/sign-in-provider";
import { href } from "../href.ts";
import { seeOther } from "./guard.ts";

/** Runs one step of signing in at the provider; whoever does not come in reads why on the sign-in page. */
export async function leadBack(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NotLetIn) return seeOther(href("account.sign-in", {}, { refused: error.why }));
    throw error;
  }
}

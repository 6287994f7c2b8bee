import { NotLetIn } from "#services/accounts/provider-refusal";
import { href } from "../href.ts";
import { seeOther } from "./guard.ts";
import type { ProofPage } from "./kept-form.ts";

/** Runs one step at the provider; whoever does not get through reads why on the page that they came from. */
export async function leadBack(page: ProofPage, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NotLetIn) return seeOther(href(page, {}, { refused: error.why }));
    throw error;
  }
}

import type { Language } from "#domain/intake";
import type { Context } from "#services/context";
import type { Typed } from "./form.ts";

declare module "@remix-run/node" {
  /** What server.ts hands to every loader and action, and to the rendering of a page. */
  interface AppLoadContext {
    context: Context;
    /** One a response; the content security policy names it and only our own script element carries it. */
    nonce: string;
    /** Names this request in the log and on the 500 page. */
    requestId: string;
    /** The address that the request came from. */
    from: string;
    /** What the page is read in, and what else it can be. */
    language: Language;
    offered: readonly Language[];
    /** What somebody had typed who asked for the page in another language. */
    typed?: Typed;
    /** This is a kept form on its way back into its page: its action must not act. */
    restoring?: boolean;
    /** What was kept as it was typed and came with this request, in a field or as what is being put back. */
    unsent?: { ids: readonly string[]; restored: boolean };
  }
  interface Future {
    v3_singleFetch: true;
  }
}

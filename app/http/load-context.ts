import type { Context } from "#services/context";

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
    /** This is a kept form on its way back into its page: its action must not act. */
    restoring?: boolean;
  }
  interface Future {
    v3_singleFetch: true;
  }
}

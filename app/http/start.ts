import type { Audience, Language } from "#domain/intake";
import type { Context } from "#services/context";
import { startDraft } from "#services/drafts/start-draft";
import type { KnownSender } from "#services/senders/find-sender";
import { href } from "../href.ts";
import { handled, seeOther } from "./guard.ts";
import { draftCookie } from "./session.ts";

/**
 * Makes a draft and leads to its first page. Only a post does this: a crawler or a preloading browser makes none.
 * @param begun.sender who proved their address in this browser before
 */
export async function startedDraft(
  context: Context,
  begun: { journey: Audience; language: Language; sender?: KnownSender | null },
): Promise<Response> {
  const draft = await handled(() => startDraft(context, begun));
  return seeOther(href("report.question", { draft: draft.draftId, page: 1 }), {
    "Set-Cookie": draftCookie(context, draft),
  });
}

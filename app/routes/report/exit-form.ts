import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { leaving } from "#app/http/leave";
import { draftCookieOf } from "#app/http/session";
import { forgetDraft } from "#services/drafts/forget-draft";

/**
 * The red button of a form. A link and not a post, because it has to work whatever else does: who has the cookie of a
 * form pressed it, and nobody else can forget it for them. They leave also when the database is away.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = await guard(args, "report.exit-form");
  const secret = draftCookieOf(args.request, context);
  const draftId = params["draft"] ?? "";
  if (secret !== null && args.request.method === "GET")
    await forgetDraft(context, { draftId, secret }).catch(() => {
      context.log.error("a form was left and could not be emptied");
    });
  return leaving(context, draftId);
}

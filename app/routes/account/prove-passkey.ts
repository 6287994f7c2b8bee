import type { ActionFunctionArgs } from "@remix-run/node";
import { guard, handled } from "#app/http/guard";
import { askToProve } from "#services/accounts/prove-elsewhere";

/** A challenge for the browser's script, for somebody who has to prove again who they are. */
export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "account.prove-passkey");
  const asked = await handled(() => askToProve(context, actor));
  return Response.json(asked, { headers: { "Cache-Control": "no-store" } });
}

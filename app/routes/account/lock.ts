import type { ActionFunctionArgs } from "@remix-run/node";
import { readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { ownPath } from "#app/http/own-path";
import { lockSession } from "#services/accounts/lock-session";
import { href } from "../../href.ts";

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "account.lock");
  const next = ownPath((await readForm(args.request)).get("next"));
  await handled(() => lockSession(context, actor));
  return seeOther(next === null ? href("account.unlock") : href("account.unlock", {}, { next }));
}

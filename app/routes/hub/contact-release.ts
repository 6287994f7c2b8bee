import type { ActionFunctionArgs } from "@remix-run/node";
import { guard, handled, seeOther } from "#app/http/guard";
import { releaseContact } from "#services/contacts/release-contact";
import { href } from "../../href.ts";

/** Puts a contact back in the queue. */
export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.release");
  await handled(() => releaseContact(context, actor, params.reference ?? ""));
  return seeOther(href("hub.my-work", {}, { done: "released" }));
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { guard, handled, seeOther } from "#app/http/guard";
import { takeNext } from "#services/contacts/take-next";
import { href } from "../../href.ts";

/** Takes the next contact and opens it. */
export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "hub.next");
  const next = await handled(() => takeNext(context, actor));
  if (next.kind === "taken") return seeOther(href("hub.contact", { reference: next.reference }));
  if (next.kind === "nothing") return seeOther(href("hub.triage", {}, { next: "nothing" }));
  return seeOther(href("hub.contact.take", { reference: next.reference }, { look: "1" }));
}

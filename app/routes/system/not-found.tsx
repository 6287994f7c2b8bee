import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard, refusal } from "#app/http/guard";

/** Every address that no other row has. */
export async function loader(args: LoaderFunctionArgs): Promise<never> {
  await guard(args, "system.not-found");
  throw refusal(404);
}

export async function action(args: ActionFunctionArgs): Promise<never> {
  await guard(args, "system.not-found");
  throw refusal(404);
}

/** With a component the address is a page, so that what is thrown is drawn as one. */
export default function NotFoundPage() {
  return null;
}

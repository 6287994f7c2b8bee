import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { problemAnswer } from "#app/http/problem";

/** Every address for machines that no other row has. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await guard(args, "api.not-found");
  return problemAnswer("not-found");
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  await guard(args, "api.not-found");
  return problemAnswer("not-found");
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { leaving } from "#app/http/leave";

/** The red button of pages that belong to no form yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "report.exit");
  return leaving(context);
}

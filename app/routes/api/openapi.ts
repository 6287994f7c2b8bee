import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { openApi } from "#domain/api/openapi";

/** The description of the API, made from the schemas that check what it is sent. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context } = await guard(args, "api.openapi");
  const { origin } = context.site;
  return Response.json(openApi({ origin, authority: context.settings.authorityName }));
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, handled, refusal } from "#app/http/guard";
import { countArrivals } from "#services/triage/count-arrivals";

/** How many contacts came in since a list was made. A number about nobody, for a list that is open on a screen. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, actor } = await guard(args, "hub.triage.arrived");
  const query = new URL(args.request.url).searchParams;
  const from = new Date(query.get("from") ?? "");
  const had = Number(query.get("had") ?? "");
  if (Number.isNaN(from.getTime()) || !Number.isSafeInteger(had) || had < 0) throw refusal(400);
  const arrived = await handled(() => countArrivals(context, actor, { from, had }));
  return Response.json({ arrived }, { headers: { "Cache-Control": "no-store" } });
}

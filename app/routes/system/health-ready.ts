import type { LoaderFunctionArgs } from "@remix-run/node";
import { checkReadiness } from "#services/health/check-readiness";
import { guard } from "../../http/guard.ts";

/** Whether a load balancer may send people here. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context } = await guard(args, "system.health-ready");
  const ready = await checkReadiness(context);
  return new Response(ready ? "ready\n" : "not ready\n", {
    status: ready ? 200 : 503,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}

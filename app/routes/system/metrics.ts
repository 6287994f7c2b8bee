import type { LoaderFunctionArgs } from "@remix-run/node";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { readFigures } from "#services/health/read-figures";
import { guard, handled } from "../../http/guard.ts";

const registry = new Registry();
collectDefaultMetrics({ register: registry });
const gauge = (name: string, help: string) =>
  new Gauge({ name: `front_door_${name}`, help, registers: [registry] });
const gauges = {
  owed: gauge("owed", "Pieces of work owed and due"),
  oldestOwedSeconds: gauge("oldest_owed_seconds", "Age of the oldest work that is owed and due"),
  undecidedChildren: gauge("undecided_children", "Children without a decision"),
  auditGaps: gauge("audit_gaps", "Contacts taken without their audit event"),
  heartbeatAgeSeconds: gauge("heartbeat_age_seconds", "Seconds since a worker completed a job end to end"),
};

/** Prometheus figures: counts and ages, nothing about anybody. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context } = await guard(args, "system.metrics");
  const figures = await handled(() => readFigures(context));
  for (const [name, figure] of Object.entries(gauges)) {
    figure.set(figures[name as keyof typeof gauges] ?? Number.NaN);
  }
  return new Response(await registry.metrics(), { headers: { "Content-Type": registry.contentType } });
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { machine, onlyWith } from "#app/http/machine";
import { readStatus } from "#services/api/read-status";

/** How far a contact has come that the same organisation sent. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const asked = { route: "api.contact", scope: "contacts:status" } as const;
  return machine(args, asked, async ({ context, partner, params }) =>
    Response.json(await readStatus(context, partner, params["reference"] ?? "")),
  );
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  await guard(args, "api.contact");
  return onlyWith("GET");
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, handled } from "#app/http/guard";
import { senderCookieOf } from "#app/http/session";
import { readOwnCopy } from "#services/senders/read-own-copy";

/** What somebody sent, as a file of their own. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, params } = await guard(args, "track.copy");
  const asked = { secret: senderCookieOf(args.request, context), reference: params["reference"] ?? "" };
  const copy = await handled(() => readOwnCopy(context, asked));
  // With its fonts only where somebody asks for it: no other page waits for that at the start.
  const { writeOwnCopy } = await import("#app/http/own-copy");
  const pdf = await writeOwnCopy(copy, context.settings);
  return new Response(pdf, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="form-${copy.became.reference}.pdf"`,
    },
  });
}

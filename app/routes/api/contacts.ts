import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { machine, onlyWith, readJson } from "#app/http/machine";
import { problemAnswer } from "#app/http/problem";
import type { ContactReceipt } from "#domain/api/answers";
import { contactBody } from "#domain/api/contact-body";
import { errorsFrom } from "#domain/api/problems";
import { sendFromPartner } from "#services/api/send-contact";
import { href } from "../../href.ts";

/** Visible characters: what a header can carry and a log can show. */
const idempotencyKey = /^[\x21-\x7e]{1,255}$/;

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await guard(args, "api.contacts");
  return onlyWith("POST");
}

/** A contact from a partner's own system. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const asked = { route: "api.contacts", scope: "contacts:send" } as const;
  return machine(args, asked, async ({ context, partner }) => {
    const key = args.request.headers.get("Idempotency-Key") ?? "";
    if (!idempotencyKey.test(key)) return problemAnswer("no-idempotency-key");
    const json = await readJson(args.request);
    if (!json.read) return problemAnswer(json.because);
    const parsed = contactBody.safeParse(json.value);
    if (!parsed.success) return problemAnswer("not-taken", { errors: errorsFrom(parsed.error.issues) });
    const sent = await sendFromPartner(context, partner, { body: parsed.data, idempotencyKey: key });
    if ("problems" in sent) return problemAnswer("not-taken", { errors: errorsFrom(sent.problems) });
    const { reference, receivedAt, decideBy } = sent;
    const receipt: ContactReceipt = {
      reference,
      receivedAt: receivedAt.toISOString(),
      decideBy: decideBy.toISOString(),
    };
    return Response.json(receipt, { status: 201, headers: { Location: href("api.contact", { reference }) } });
  });
}

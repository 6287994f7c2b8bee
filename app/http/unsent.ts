import type { ActionFunctionArgs } from "@remix-run/node";
import type { StaffActor } from "#domain/actor";
import { unsentForms, type UnsentForm } from "#domain/unsent-form";
import type { Context } from "#services/context";
import { Erased, NotFound, Unavailable } from "#services/errors";
import { isId } from "#services/new-id";
import { endUnsent } from "#services/unsent/end-unsent";
import type { UnsentPlace } from "#services/unsent/unsent-place";
import { readForm } from "./form.ts";
import { unsentField } from "./unsent-page.ts";

/** More than one page gathers: each time that it is refused or put back adds one. */
const namedAtMost = 20;

export const isUnsentForm = (form: string): form is UnsentForm =>
  (unsentForms as readonly string[]).includes(form);

export const unsentIn = (body: URLSearchParams): string[] =>
  body.getAll(unsentField).filter(isId).slice(0, namedAtMost);

/** The body of a form that is kept as it is typed. Shown again, its page goes on from what was kept. */
export async function readTypedForm(args: ActionFunctionArgs): Promise<URLSearchParams> {
  const body = await readForm(args.request);
  const { unsent } = args.context;
  const ids = [...(unsent?.ids ?? []), ...unsentIn(body)];
  args.context.unsent = { ids: [...new Set(ids)], restored: unsent?.restored ?? false };
  return body;
}

/**
 * It was sent: what was kept of it goes. It was sent all the same where that cannot be done, and is offered once more;
 * whoever sent it knows that they did.
 */
export async function sentTyped(
  context: Context,
  actor: StaffActor,
  { body, ...place }: UnsentPlace & { body: URLSearchParams },
): Promise<void> {
  try {
    await endUnsent(context, actor, { ...place, ids: unsentIn(body) });
  } catch (error) {
    // What is sent can lead out of somebody's sight: a contact that went to another team.
    if (!(error instanceof NotFound || error instanceof Erased || error instanceof Unavailable)) throw error;
  }
}

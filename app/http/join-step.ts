import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readEnrolment } from "#services/accounts/offer-factors";
import type { Context } from "#services/context";
import { NotFound } from "#services/errors";
import { href } from "../href.ts";
import { handled, seeOther } from "./guard.ts";
import { flowCookieOf } from "./session.ts";
import type {} from "./load-context.ts";

/** Where somebody begins again whose steps took too long. */
export const joinAgain = (): string => href("account.join", {}, { late: "1" });

/**
 * The account that is being set up in this browser, with the secret of its flow.
 * @throws Response to the beginning when there is none, and to the password when that comes first
 */
export async function joinStep(
  { request }: LoaderFunctionArgs | ActionFunctionArgs,
  context: Context,
  needs: "code" | "password",
) {
  const flow = flowCookieOf(request, context);
  const enrolment = await handled(() =>
    readEnrolment(context, flow).catch((error: unknown) => {
      if (error instanceof NotFound) throw seeOther(joinAgain());
      throw error;
    }),
  );
  if (needs === "password" && !enrolment.hasPassword) throw seeOther(href("account.join-password"));
  return { flow: flow ?? "", ...enrolment };
}

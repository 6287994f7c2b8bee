import type postgres from "postgres";
import { digitsOf } from "#services/accounts/email-codes";
import type { Context } from "#services/context";
import { askSenderCode } from "#services/senders/ask-sender-code";
import { proveSender } from "#services/senders/prove-sender";

let networks = 0;
/** A network that nobody has asked from yet, so that no limit is met by chance. */
export const anotherNetwork = () => `198.51.100.${(networks += 1)}`;

/** The digits that are on their way to the browser that asked last. */
export async function newestCode(context: Context, owner: postgres.Sql): Promise<string> {
  const [asked] = await owner<{ id: string }[]>`
    select id from sender_session order by asked_at desc, id desc limit 1`;
  return digitsOf(context.keys, asked?.id ?? "");
}

/** The secret of a browser in which this address was proven. */
export async function provenSender(context: Context, owner: postgres.Sql, email: string): Promise<string> {
  const asked = await askSenderCode(context, { email, network: anotherNetwork() });
  return proveSender(context, { secret: asked, code: await newestCode(context, owner) });
}

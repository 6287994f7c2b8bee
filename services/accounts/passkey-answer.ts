import { z } from "zod";
import type { Context } from "../context.ts";
import { flowValue } from "./flow-values.ts";

/** The name that a passkey is bound to: the site's, without port. */
export const relyingParty = ({ site }: Context): string => new URL(site.origin).hostname;

/** What a passkey's answer has to fit: this flow's challenge, this very site, and a finger, face or PIN. */
export const expectedOf = (context: Context, flowSecret: string) => ({
  expectedChallenge: flowValue(flowSecret, "challenge"),
  expectedOrigin: context.site.origin,
  expectedRPID: relyingParty(context),
  requireUserVerification: true,
});

const text = z.string().max(8_000);
/** Only that the parts are there: what they hold is the library's to check. */
const answerSchema = z.object({
  id: text,
  rawId: text,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
  response: z.record(z.string(), z.unknown()),
});

/** What a browser's script put into the form; null for anything that a passkey would not say. */
export function passkeyAnswer<T>(credential: string): T | null {
  if (credential.length > 20_000) return null;
  try {
    return answerSchema.parse(JSON.parse(credential)) as T;
  } catch {
    return null;
  }
}

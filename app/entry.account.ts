import { createAll, PasswordInput } from "govuk-frontend";
import { startPasskeys } from "./entry.passkeys.ts";

/** What pages for signing in and setting up an account do more than others. */
export function start(): void {
  createAll(PasswordInput);
  startPasskeys();
}

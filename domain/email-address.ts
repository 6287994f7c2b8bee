/**
 * One bare address of a grammar much narrower than email's own: no quotes, comments, spaces, commas, angle brackets,
 * control characters or non-ASCII letters. Parsers of the full grammar have sent mail to other people more than once
 * (five advisories on nodemailer alone), so nothing that needs one is ever shown to a parser.
 */
const bareAddress =
  /^[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

/** The address itself when it may be written to; null when it may not. Nothing is repaired. */
export function oneAddress(text: string): string | null {
  return text.length <= 254 && text.indexOf("@") <= 64 && bareAddress.test(text) ? text : null;
}

/**
 * One plain email address from what somebody typed, without the spaces around it; null for anything else. What is
 * taken here is what the mailer will send to: an address that only looks right would be a message that never comes.
 */
export const parseEmailAddress = (typed: string): string | null =>
  oneAddress(typed.normalize("NFKC").replace(/’/g, "'").trim());

/** Letters, digits and a few marks, as almost every address has them; no quotes, comments, names or lists. */
const plain =
  /^[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

/**
 * One plain email address from what somebody typed, without the spaces around it; null for anything else. What is
 * taken here is what the mailer will send to: an address that only looks right would be a message that never comes.
 */
export function parseEmailAddress(typed: string): string | null {
  const address = typed.normalize("NFKC").replace(/’/g, "'").trim();
  return address.length <= 254 && address.indexOf("@") <= 64 && plain.test(address) ? address : null;
}

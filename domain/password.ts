/** OWASP ASVS 5.0 6.2: length is what counts; no rule about kinds of character, and nothing is cut off. */
export const passwordLength = { least: 8, most: 200 } as const;

/** Everything that a password is compared with, in one form: letters of any case, digits as letters look. */
const plainly = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Words of this person and this place: parts of three letters and more, or "Al" would forbid half of all passwords. */
const telling = (about: readonly string[]): string[] =>
  about
    .flatMap((text) => plainly(text).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3)
    // Long ones first: "ann" must not break "annette" before it is found.
    .sort((a, b) => b.length - a.length);

/**
 * What is wrong with a new password, in words; null when nothing is.
 * @param isCommon whether it is among the passwords that everybody tries first
 * @param about names and addresses that somebody who knows the person would try
 */
export function passwordProblem(
  password: string,
  isCommon: (password: string) => boolean,
  about: readonly string[],
): string | null {
  const characters = [...password.normalize("NFKC")].length;
  if (characters < passwordLength.least)
    return `Your password must have ${passwordLength.least} characters or more`;
  if (characters > passwordLength.most)
    return `Your password must have ${passwordLength.most} characters or fewer`;
  if (isCommon(plainly(password)))
    return "This password is one of those that everybody tries first: choose another";
  // What is left when the words that others can know are taken away has to be half a password by itself.
  const own = telling(about).reduce((left, word) => left.replaceAll(word, ""), plainly(password));
  const isTelling = own !== plainly(password);
  return isTelling && own.replace(/[^\p{L}\p{N}]/gu, "").length < passwordLength.least / 2
    ? "This password is made of your name, your organisation or your email address: choose another"
    : null;
}

/**
 * Whether anybody can be reached on what stands in a box for a phone number. Words around it are fine ("ask for the
 * office: 567890"), and so is a local number; an email address and an extension without its number are not.
 */
export const holdsPhoneNumber = (typed: string): boolean =>
  !typed.normalize("NFKC").includes("@") && (typed.match(/\p{Nd}/gu)?.length ?? 0) >= 6;

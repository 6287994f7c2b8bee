/** Numbers that carry their own check. A number that fails it is kept as it was typed, but never used to match. */

const digitsOf = (typed: string) => typed.normalize("NFKC").replace(/[\s\p{Pd}.]/gu, "");

/** Ten digits that pass the check digit, without spaces; null otherwise. "000 000 0000" and its like are refused. */
export function parseNhsNumber(typed: string): string | null {
  const digits = digitsOf(typed);
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return null;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]) ? digits : null;
}

/** "943 476 5919", as it is printed. */
export function formatNhsNumber(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}

/** The department's check letters: no I, O or S, which read as digits. */
const upnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

/**
 * A unique pupil number: a check letter, eleven digits and a last place that is a digit, or a letter while the number
 * is temporary. Upper case without spaces; null otherwise.
 */
export function parseUpn(typed: string): string | null {
  const upn = digitsOf(typed).toUpperCase();
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(upn)) return null;
  let sum = 0;
  for (let i = 1; i <= 12; i++) {
    const place = upn.charAt(i);
    const value = /\d/.test(place) ? Number(place) : upnLetters.indexOf(place);
    if (value === -1) return null;
    sum += value * (i + 1);
  }
  return upnLetters[sum % 23] === upn[0] ? upn : null;
}

/** A telephone number for comparing: national digits, so that "+44 7700 900123" and "07700 900 123" are one. */
export function normalisePhone(typed: string): string | null {
  const digits = typed
    .normalize("NFKC")
    .replace(/\(0\)/g, "")
    .replace(/[^\d+]/g, "");
  const national = digits.replace(/^(\+|00)44/, "0").replace(/^0+/, "0");
  return /^0\d{9,10}$/.test(national) ? national : /^\+\d{8,15}$/.test(digits) ? digits : null;
}

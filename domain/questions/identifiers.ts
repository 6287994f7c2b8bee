/** Ten digits whose last is the check digit of the other nine; spaces and dashes do not count. Null for others. */
export function nhsNumberIn(typed: string): string | null {
  const digits = typed.normalize("NFKC").replace(/[\s-]/g, "");
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return null;
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, place) => total + Number(digit) * (10 - place),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]) ? digits : null;
}

/** A unique pupil number: a letter, eleven digits, and a last digit or letter. Null for others. */
export function upnIn(typed: string): string | null {
  const upn = typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  return /^[A-Z]\d{11}[A-Z\d]$/.test(upn) ? upn : null;
}

/** "SW1A 1AA" from whatever spacing and case; null when it does not have the form of a postcode. */
export function postcodeIn(typed: string): string | null {
  const plain = typed
    .slice(0, 40)
    .normalize("NFKC")
    .replace(/[\s.,-]/g, "")
    .toUpperCase();
  const found = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(plain);
  return found === null ? null : `${found[1] ?? ""} ${found[2] ?? ""}`;
}

/**
 * One plain email address, or null. Stricter than the standard on purpose: no comments, quotes or names, so that
 * nothing but an address can ever reach the mail server.
 */
export function emailIn(typed: string): string | null {
  const address = typed.normalize("NFKC").trim();
  if (address.length > 254) return null;
  return /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,63}$/.test(address)
    ? address
    : null;
}

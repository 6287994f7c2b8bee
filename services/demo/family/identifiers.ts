/**
 * Numbers that pass their check digit and belong to nobody: NHS numbers are drawn from the nine hundreds, which are
 * not given out, and telephone numbers from the ranges that are kept for drama.
 */

/** @param serial unlike for every child; the same serial gives the same number */
export function inventedNhsNumber(serial: number): string {
  // A step that shares no factor with the range, so that neighbours in the family list do not get neighbouring numbers.
  for (let n = ((serial + 1) * 48_271) % 100_000_000; ; n = (n + 1) % 100_000_000) {
    const nine = `9${String(n).padStart(8, "0")}`;
    const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return nine + String(check);
  }
}

const upnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

export function inventedUpn(serial: number, bornYear: number): string {
  const digits = `999${String(serial % 10_000).padStart(4, "0")}${String((bornYear + 4) % 100).padStart(2, "0")}${String(Math.floor(serial / 10_000) % 1000).padStart(3, "0")}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i + 2), 0);
  return upnLetters.charAt(sum % 23) + digits;
}

export function inventedMobile(serial: number): string {
  return `07700 900${String((serial * 37) % 1000).padStart(3, "0")}`;
}

export function inventedLandline(serial: number): string {
  return `01632 960${String((serial * 53) % 1000).padStart(3, "0")}`;
}

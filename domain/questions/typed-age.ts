/**
 * The age in whole years that somebody wrote ("about 7", "18 months", "18 miesięcy", "3 weeks", "7 or 8"), rounded down; null when
 * the words hold no number that could be an age.
 */
export function yearsIn(words: string): number | null {
  const found = /(\d{1,3})\s*½?\s*-?\s*(months?|mths?|mies\w*|weeks?|wks?|tyg\w*|days?|dni|dzień)?/i.exec(
    words.slice(0, 200),
  );
  const number = Number(found?.[1] ?? NaN);
  if (Number.isNaN(number)) return null;
  switch (found?.[2]?.[0]?.toLowerCase()) {
    case "m":
      return Math.floor(number / 12);
    case "w":
    case "t":
      return Math.floor(number / 52);
    case "d":
      return Math.floor(number / 365);
    default:
      return number <= 130 ? number : null;
  }
}

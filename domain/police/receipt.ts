/**
 * A cell of a CSV that a spreadsheet opens: what begins like a formula gets a quote before it, so that nothing in it is
 * worked out on somebody's machine (OWASP "CSV injection").
 */
export function csvCell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /["',\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

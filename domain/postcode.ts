/**
 * "ab1 2cd", "AB12CD" and "AB1  2CD." as "AB1 2CD"; null when it does not have the form of a postcode. It asks no more
 * than the form: a code that the post office never gave out is still what somebody wrote down.
 */
export function parsePostcode(typed: string): string | null {
  const bare = typed
    .slice(0, 40)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.,\p{Pd}]/gu, "");
  const found = /^((?:[A-Z]{1,2}\d[A-Z\d]?)|GIR)(\d[A-Z]{2})$/.exec(bare);
  return found ? `${found[1] ?? ""} ${found[2] ?? ""}` : null;
}

/** "AB1" of "AB1 2CD": what a queue row may show. */
export function postcodeDistrict(postcode: string): string {
  return postcode.split(" ")[0] ?? postcode;
}

/** Whether a postcode lies in one of the authority's areas: "AB" takes all of AB, "AB1" takes AB1 but not AB10. */
export function inPostcodeAreas(postcode: string, areas: readonly string[]): boolean {
  const district = postcodeDistrict(postcode);
  return areas.some((area) => (/\d/.test(area) ? district === area : district.replace(/\d.*$/, "") === area));
}

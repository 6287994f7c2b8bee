import { formatNhsNumber } from "../identifiers.ts";
import { formatReference } from "../reference.ts";
import { longDate } from "../time-words.ts";
import { saysNothing, type Search } from "./read-search.ts";

/** How the one box was understood, so that whoever typed a date the other way round sees it. */
export function soughtInWords(search: Search): string {
  if (saysNothing(search)) return "There is nothing in it to look for: type at least two letters of a name.";
  const { reference, nhsNumber, upn, phone, postcode, born, words } = search;
  const parts = [
    reference !== null && `reference ${formatReference(reference)}`,
    nhsNumber !== null && `NHS number ${formatNhsNumber(nhsNumber)}`,
    upn !== null && `pupil number ${upn}`,
    words.length > 0 && `${words.length > 1 ? "names" : "name"} ${words.join(", ")}`,
    born !== null && `born ${longDate(born)}`,
    postcode !== null && `postcode ${postcode}`,
    phone !== null && `phone ${phone}`,
  ].filter((part) => part !== false);
  return `Looked for ${parts.join(" · ")}.`;
}

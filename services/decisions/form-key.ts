import type { KeyRing } from "../sealing/key-ring.ts";
import { agreedHash } from "../sealing/key-ring.ts";
import { Invalid } from "../errors.ts";

/** A UUIDv7, as we mint them: what stands in a hidden field can be typed by anybody. */
const minted = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The id of the row that one form makes for one child. The form's key is minted with the page, so the same form sent
 * twice asks for the same row, and the primary key lets only one be written. The time part of the key stays in front, so
 * rows still lie in the order in which they were made; the rest is keyed, so nobody can choose an id.
 * @throws Invalid when it is no key of ours
 */
export function idFromForm(keys: KeyRing, formKey: string, childId: string): string {
  if (!minted.test(formKey)) throw new Invalid({ "": "Open the page again: this form cannot be used" });
  const hash = agreedHash(keys, "form", `${formKey} ${childId}`).toString("hex");
  const variant = ((Number.parseInt(hash.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return `${formKey.slice(0, 15)}${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
}

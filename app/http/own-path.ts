/**
 * A path of our own to go on to; null for anything that a browser could read as another site. The address is resolved
 * first, because "/.//elsewhere" becomes "//elsewhere" on the way.
 */
export function ownPath(next: string | null): string | null {
  if (next === null || !/^\/(?![/\\])[\w\-./~%?=&]*$/.test(next)) return null;
  const { origin, pathname, search } = new URL(next, "http://own.invalid");
  const ours = origin === "http://own.invalid" && !pathname.startsWith("//");
  return ours && !/%(?:0[0-9a-f]|5c|2f)/i.test(pathname) ? pathname + search : null;
}

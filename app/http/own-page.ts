/**
 * Whether a link on a page of ours was followed. For what a link begins and another site must not: a sign-in that somebody
 * else began can end in an account that is not one's own. Browsers say it for themselves; older ones name the page, which
 * our pages let them do towards ourselves.
 */
export function isFromOwnPage(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const page = request.headers.get("referer") ?? "";
  return URL.canParse(page) && new URL(page).origin === new URL(request.url).origin;
}

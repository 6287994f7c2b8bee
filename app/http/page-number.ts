/** The page of a list that an address asks for; the first where it asks for none that there can be. */
export function pageIn(request: Request): number {
  const page = new URL(request.url).searchParams.get("page") ?? "";
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

/** What an address looks for in a list, and the part of it that it asks for. */
export function searchIn(request: Request): { search: string; page: number } {
  const typed = new URL(request.url).searchParams.get("search") ?? "";
  return { search: typed.trim().slice(0, 100), page: pageIn(request) };
}

/** The query of another page of the same search. */
export const searchQuery = (search: string, page: number): Record<string, string> => ({
  ...(search === "" ? {} : { search }),
  page: String(page),
});

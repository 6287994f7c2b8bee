import type { Audience } from "./intake.ts";

/** One contact as far as it says whose voice it is. */
export type Voice = { receivedAt: Date; source: Source };

/** The family itself, or an opaque word that is the same for two contacts of one source and names nobody. */
export type Source = { of: "family" } | { of: "other"; key: string };

type From = {
  audience: Audience;
  /** They asked not to be named. */
  keepSecret: boolean;
  /** As typed, or as a system says it. */
  organisation: string | null;
  /** The proven sender where there is one, or the contact's own room. */
  roomId: string;
  senderId: string | null;
};

/**
 * Whose voice a contact is. An organisation is one source however many of its people write; anybody else is one by
 * themselves. Whoever is not to be named is never put together with anybody: that two contacts came from one source
 * would say which. And only what was sent as a family's own asking for help counts as the family's: among the public a
 * parent and a neighbour are one kind (raised-by.ts), so no count may tell them apart.
 */
export function sourceOf({ audience, keepSecret, organisation, roomId, senderId }: From): Source {
  if (keepSecret) return { of: "other", key: `room ${roomId}` };
  if (audience === "family" || audience === "young_person") return { of: "family" };
  const named = (organisation ?? "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");
  if (audience === "professional" && named !== "") return { of: "other", key: `organisation ${named}` };
  return { of: "other", key: senderId === null ? `room ${roomId}` : `sender ${senderId}` };
}

const year = 365;

/**
 * How many voices there are, in words, this contact among them: for each span of the authority's own rule that adds
 * something to a shorter one.
 */
export function voicesInWords(
  voices: readonly Voice[],
  receivedAt: Date,
  spans: readonly number[],
): string[] {
  const said: string[] = [];
  let before = 1;
  for (const days of [...new Set(spans)].sort((a, b) => a - b)) {
    const since = receivedAt.getTime() - days * 86_400_000;
    const within = voices.filter((one) => +one.receivedAt > since && +one.receivedAt <= +receivedAt);
    if (within.length <= before) continue;
    before = within.length;
    const span = days === year ? "12 months" : `${days} days`;
    said.push(`${within.length} contacts in ${span}, this one among them, ${fromWords(within)}.`);
  }
  return said;
}

function fromWords(voices: readonly Voice[]): string {
  const sources = new Set(voices.flatMap(({ source }) => (source.of === "other" ? [source.key] : []))).size;
  const family = voices.some(({ source }) => source.of === "family");
  if (sources === 0) return "all from the family itself";
  const others = sources === 1 ? "1 source" : `${sources} independent sources`;
  if (family) return `from ${others} and the family itself`;
  return sources === 1 ? "all from 1 source" : `from ${others}`;
}

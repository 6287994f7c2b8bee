import type { AuditKind } from "./audit.ts";
import { readWords, type StoredEvent } from "./event-words.ts";
import { groundWords, type Ground } from "./grounds.ts";
import { addressReasonWords, type AddressReason } from "./secret-address.ts";
import { openReasonWords, type OpenReason } from "./search/open-reasons.ts";
import { referrerReasonWords, type ReferrerReason } from "./referrer-room.ts";

/** The kinds that say who looked at a contact, or tried to. */
export const lookKinds = [
  "contact.viewed",
  "contact.opened",
  "contact.referrer-viewed",
  "contact.address-viewed",
  "file.opened",
  "pathway.viewed",
  "strategy.viewed",
  "access.denied",
] as const satisfies readonly AuditKind[];

/** What somebody saw, and why they could, for those who check who looks. */
export function lookInWords(event: StoredEvent): { what: string; why: string } {
  const facts = event.facts as { because?: string };
  const ground = groundWords[facts.because as Ground] as string | undefined;
  const why = ground ?? "Not recorded";
  if (event.kind === "contact.opened")
    return { what: "It, after a search", why: openReasonWords[facts.because as OpenReason] };
  if (event.kind === "contact.referrer-viewed")
    return { what: "Who sent it", why: referrerReasonWords[facts.because as ReferrerReason] };
  if (event.kind === "contact.address-viewed")
    return { what: "Where they are", why: addressReasonWords[facts.because as AddressReason] };
  if (event.kind === "access.denied") return { what: "Nothing: they were refused", why: "They could not" };
  if (event.kind === "file.opened") return { what: "A file that came with it", why };
  if (event.kind === "pathway.viewed") return { what: "The work that came of it", why };
  if (event.kind === "strategy.viewed") return { what: "The strategy discussion", why };
  const page = readWords(event) ?? "it";
  return { what: page.charAt(0).toUpperCase() + page.slice(1), why };
}

const listWords: Record<string, string> = {
  triage: "Triage",
  "my-work": "My work",
  search: "A search",
  outcomes: "What became of contacts, by month",
  "caf-figures": "Early help by month",
  alerts: "How often alerts stopped somebody",
  "second-looks": "Decisions drawn for a second look",
  duty: "The duty screen",
  "call-backs": "Calls that somebody asked for",
  "police-batches": "Files of police notices",
  restrictions: "Restricted people",
  opened: "Contacts opened in an emergency",
  proposals: "What needs a second person",
  holds: "Legal holds",
  retention: "What is past its time",
  access: "Requests of people for what is held about them",
  countersign: "Decisions to countersign",
  advice: "The advice board",
  "social-work": "The social-work board",
  "handed-over": "Work handed over",
  strategy: "Strategy discussions",
  lado: "Records of the designated officer",
  audit: "The audit",
  lookers: "Who has looked at a contact",
  looking: "Looks to ask about",
  staff: "The people with an account",
  organisations: "Organisations",
  teams: "Teams",
  addresses: "Addresses that wait for a second person",
  matches: "Matches of another contact",
  earlier: "Earlier contacts, on another contact's page",
  newer: "Newer contacts, on another contact's page",
  bundle: "Contacts of one household, on another contact's page",
};

export const listInWords = (list: string): string => listWords[list] ?? "Another list";

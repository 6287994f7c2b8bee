import type { ContactHead } from "#services/contacts/contact-head";
import type { RouteName } from "../../href.ts";

export type ContactSection = Extract<
  RouteName,
  | "hub.contact"
  | "hub.contact.referral"
  | "hub.contact.matches"
  | "hub.contact.family"
  | "hub.contact.requests"
  | "hub.contact.sender"
  | "hub.contact.notes"
  | "hub.contact.timeline"
  | "hub.contact.looked"
  | "hub.contact.restrict"
  | "hub.contact.lado"
  | "hub.contact.recommend"
  | "hub.contact.decide"
  | "hub.contact.decided"
>;

/** The pages about one contact, in order; the last two only for whoever has something to do there. */
export const contactSections: readonly {
  name: ContactSection;
  text: string;
  when?: (head: ContactHead) => boolean;
  /** Said after its name. */
  count?: (head: ContactHead) => string | null;
}[] = [
  { name: "hub.contact", text: "Summary" },
  { name: "hub.contact.referral", text: "Full referral" },
  { name: "hub.contact.matches", text: "Matches and history" },
  { name: "hub.contact.requests", text: "Requests", when: ({ can }) => can.requests, count: requestsCount },
  { name: "hub.contact.family", text: "Family" },
  { name: "hub.contact.notes", text: "Notes" },
  { name: "hub.contact.sender", text: "The sender", when: ({ can }) => can.referrer },
  { name: "hub.contact.timeline", text: "Timeline" },
  { name: "hub.contact.looked", text: "Who has looked", when: ({ can }) => can.lookers },
  { name: "hub.contact.restrict", text: "Restricted", when: ({ can }) => can.restrict },
  { name: "hub.contact.lado", text: "Designated officer", when: ({ can }) => can.lado },
  { name: "hub.contact.recommend", text: "Recommend", when: ({ can }) => can.recommend },
  {
    name: "hub.contact.decide",
    text: "Decide",
    when: ({ can, status }) => can.decide && status !== "waiting" && status !== "decided",
  },
  {
    name: "hub.contact.decided",
    text: "What was decided",
    when: ({ can, children }) => can.seeDecided && children.some(({ state }) => state === "decided"),
  },
];

/** "2/4": how many of those that were asked have answered. */
function requestsCount({ requests }: ContactHead): string | null {
  if (requests === null || requests.length === 0) return null;
  return `${requests.filter(({ answered }) => answered).length}/${requests.length}`;
}

import type { ContactFacts } from "./contact-facts.ts";
import type { SnapshotPage } from "./questions/submission.ts";

/** Why somebody opens an address that is kept secret. Codes, so that the audit can hold them. */
export const addressReasons = ["visit", "police", "same_child", "keep_safe"] as const;
export type AddressReason = (typeof addressReasons)[number];
export const addressReasonWords: Record<AddressReason, string> = {
  visit: "Somebody has to go there",
  police: "The police or an ambulance need it now",
  same_child: "To find out whether it is the same child",
  keep_safe: "To keep the family safe in another way",
};

/** What stands in its place. */
export const addressKept = "Kept secret";

/** Whether the sender said that nobody may learn where the family is: a refuge, or a home that they fled to. */
export const isAddressSecret = ({ safeContact }: Pick<ContactFacts, "safeContact">): boolean =>
  safeContact?.risks.includes("address_secret") === true;

/** A child without what tells where they live. */
export function withoutAddress<Child extends { postcode: string | null; said: { address: unknown } }>(
  child: Child,
): Child {
  return { ...child, postcode: null, said: { ...child.said, address: null } };
}

/** What a contact says, without the answers that tell where the family is; for pages, where it must stay secret. */
export function shownFacts(facts: ContactFacts): ContactFacts {
  if (!isAddressSecret(facts)) return facts;
  const kept = (place: string | null) => place && addressKept;
  // In which area it lies tells something as well.
  const { outOfArea: _, ...rest } = facts;
  return {
    ...rest,
    childNow: kept(facts.childNow),
    seenAt: kept(facts.seenAt),
    otherPlaces: kept(facts.otherPlaces),
  };
}

const pagesOfPlaces: readonly string[] = ["where", "home"];
export const isOfPlaces = (questionId: string): boolean => pagesOfPlaces.includes(questionId);

/** The answers without the page that asks where the child is; what was written elsewhere in words stays. */
export const withoutPlaces = (pages: readonly SnapshotPage[]): SnapshotPage[] =>
  pages.map((page) =>
    isOfPlaces(page.questionId) ? { ...page, entries: [{ label: page.title, value: addressKept }] } : page,
  );

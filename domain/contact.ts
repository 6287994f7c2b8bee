/** Where one child of a contact stands. The contact's own status is worked out from its children. */
export const childStates = ["waiting", "recommended", "sent_back", "decided"] as const;
export type ChildState = (typeof childStates)[number];

export const childVerbs = [
  "rate",
  "hold",
  "link_match",
  "ask_agencies",
  "enquire",
  "recommend",
  "withdraw_recommendation",
  "send_back",
  "decide",
  "supersede",
  "add_information",
] as const;
export type ChildVerb = (typeof childVerbs)[number];

export type Follows =
  { allowed: true; next: ChildState; opensLinkedContact: boolean } | { allowed: false; because: string };

const stays = (state: ChildState): Follows => ({ allowed: true, next: state, opensLinkedContact: false });
const goes = stays;
const no = (because: string): Follows => ({ allowed: false, because });

const undecided = (state: ChildState): Omit<Record<ChildVerb, Follows>, RecommendationVerb> => ({
  rate: stays(state),
  hold: stays(state),
  link_match: stays(state),
  ask_agencies: stays(state),
  enquire: stays(state),
  decide: goes("decided"),
  supersede: no("There is no decision to replace yet."),
  add_information: stays(state),
});
type RecommendationVerb = "recommend" | "withdraw_recommendation" | "send_back";

const decidedAlready = "This child has a decision. A correction is a new decision that replaces it.";
const nothingRecommended = "Nothing has been recommended for this child yet.";

/** Every state against every verb. A verb that is not allowed says why in words for the page. */
const table: Record<ChildState, Record<ChildVerb, Follows>> = {
  waiting: {
    ...undecided("waiting"),
    recommend: goes("recommended"),
    withdraw_recommendation: no(nothingRecommended),
    send_back: no(nothingRecommended),
  },
  recommended: {
    ...undecided("recommended"),
    recommend: no(
      "There is a recommendation already. Withdraw it first, or ask the manager to send it back.",
    ),
    withdraw_recommendation: goes("waiting"),
    send_back: goes("sent_back"),
    // A question that is still out and a recommendation that claims to be complete contradict each other.
    enquire: no("Withdraw the recommendation before asking further questions."),
  },
  sent_back: {
    ...undecided("sent_back"),
    recommend: goes("recommended"),
    withdraw_recommendation: no("The recommendation was sent back already."),
    send_back: no("The recommendation was sent back already."),
  },
  decided: {
    rate: no(decidedAlready),
    hold: no("This child has a decision, so there is nothing to hold."),
    // Who a child is can be put right at any time; it never changes what was decided.
    link_match: stays("decided"),
    ask_agencies: no(decidedAlready),
    enquire: no(decidedAlready),
    recommend: no(decidedAlready),
    withdraw_recommendation: no(decidedAlready),
    send_back: no(decidedAlready),
    decide: no("Somebody has already decided. A correction is a new decision that replaces it."),
    supersede: goes("decided"),
    // News after a decision is a contact of its own, with its own clock.
    add_information: { allowed: true, next: "decided", opensLinkedContact: true },
  },
};

/** What a verb does to a child in this state. Who may use the verb is permissions.ts and signing.ts. */
export function follows(state: ChildState, verb: ChildVerb): Follows {
  return table[state][verb];
}

export const contactStatuses = [
  "waiting",
  "part_recommended",
  "recommended",
  "sent_back",
  "part_decided",
  "decided",
] as const;
export type ContactStatus = (typeof contactStatuses)[number];

/**
 * The contact's status from the states of its subject children (never stored). A contact whose children are not known
 * yet is waiting.
 */
export function contactStatus(children: readonly ChildState[]): ContactStatus {
  const has = (state: ChildState) => children.includes(state);
  const all = (state: ChildState) => children.length > 0 && children.every((child) => child === state);
  if (all("decided")) return "decided";
  if (has("sent_back")) return "sent_back";
  if (has("decided")) return "part_decided";
  if (all("recommended")) return "recommended";
  if (has("recommended")) return "part_recommended";
  return "waiting";
}

export const contactStatusWords: Record<ContactStatus, string> = {
  waiting: "Waiting for a recommendation",
  part_recommended: "Recommended for some children",
  recommended: "Waiting for a decision",
  sent_back: "Sent back with a question",
  part_decided: "Decided for some children",
  decided: "Decided",
};

/** How often a decision may be held for further enquiries; the third time it goes up. */
export const maxEnquiries = 2;

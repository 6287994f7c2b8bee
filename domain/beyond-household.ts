/** What joins a child to somebody outside the household, as a person said; a worry can travel along it. */
export const linkKinds = ["peer", "missing_together", "exploitation", "private_fostering"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Seen from either side: none of them says who did what to whom. */
export const linkWords: Record<LinkKind, string> = {
  peer: "Friends, or of one group",
  missing_together: "Missing together",
  exploitation: "Linked in exploitation",
  private_fostering: "Private fostering",
};

import type { Answers } from "#domain/questions/answers";

/** A neighbour who hears something and does not want to say who they are: every page that they see, answered. */
export const publicAnswers: Answers = {
  danger: { danger: "no" },
  "what-happened": { account: "Shouting and a child crying for an hour" },
  "when-seen": { when: "keeps", time: "" },
  "children-seen": { count: "1", names: "", ages: "about 6", looks: "Curly hair, red coat", school: "" },
  "where-seen": { lives: "Flat 4, Mill Road", postcode: "ab12cd", seenAt: "" },
  teller: { name: "no" },
};

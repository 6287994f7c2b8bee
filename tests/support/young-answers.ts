import type { Answers } from "#domain/questions/answers";

/** A young person who says what they can: every page of the form, answered. */
export const youngAnswers: Answers = {
  danger: { danger: "no" },
  "going-on": { about: ["scared", "hard"] },
  "say-more": { account: "He shouts and breaks things" },
  "again-soon": { soon: "today" },
  "call-you": { name: "Jay", age: "13_15" },
  "find-you": { school: "Hill Academy", lives: "", trusted: "" },
  "talk-to-you": { ways: ["school"], phone: "", times: "At lunch", seen: "not_sure" },
  "you-want": { want: "I want it to stop" },
};

import type { Answers } from "#domain/questions/answers";

/** A professional's form, answered to the end: one child, a mother, nothing unusual. */
export const professionalAnswers: Answers = {
  danger: { danger: "no" },
  soon: {
    soon: "yes",
    event: "going_home",
    time: "3:15pm",
    day: "today",
    detail: "With an uncle",
    askedOn: "2026-11-23",
  },
  you: {
    name: "Tessa O’Neil",
    job: "Class teacher",
    organisation: "Hilltop Primary School",
    workplace: "school",
    email: "t.oneil@hilltop.example",
    phone: "01234 555 010",
    reachable: "After 10am",
  },
  children: [
    {
      item: 1,
      answer: {
        firstName: "Robin",
        lastName: "Ashdown",
        age: "date",
        "born-day": "4",
        "born-month": "march",
        "born-year": "2018",
        sex: "M",
        school: "Hilltop Primary School",
      },
    },
  ],
  "children-list": { another: "no" },
  where: { lives: "address", line1: "12 Mill Lane", town: "Anytown", postcode: "ab1 2cd", now: "school" },
  worries: { worries: ["hurt", "home_violence"] },
  "what-happened": { account: "Robin came in with a bruise on one arm and said “he grabbed me”." },
  effect: { effect: "He is quiet and does not eat." },
  family: [
    {
      item: 1,
      answer: {
        name: "Jo Ashdown",
        relationship: "Mother",
        age: "adult",
        lives: "yes",
        responsibility: "yes",
      },
    },
  ],
  "family-list": { another: "no" },
  parents: { told: "yes", said: "She was upset", agree: "yes", childTold: "yes", asked: "plain" },
  safety: { risks: ["none"] },
  extras: {},
};

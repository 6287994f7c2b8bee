import type { Answers } from "#domain/questions/answers";

/** A teacher who knows the child and says what they have to, with nothing to add: the usual path of the form. */
export const quickTeacher: Answers = {
  danger: { danger: "no" },
  soon: { soon: "no" },
  you: {
    ...{ name: "Jo Reed", job: "Teacher", organisation: "Mill Road Primary", workplace: "school" },
    ...{ email: "jo.reed@school.example", phone: "01234 567 800", reachable: "After 3pm" },
  },
  children: [
    {
      item: 1,
      answer: {
        ...{ firstName: "Mary", lastName: "Okafor", age: "date", sex: "F", school: "Mill Road Primary" },
        ...{ "born-day": "12", "born-month": "3", "born-year": "2018" },
      },
    },
  ],
  "children-list": { another: "no" },
  where: { lives: "address", line1: "7 Mill Road", postcode: "AB1 2CD", now: "school" },
  worries: { worries: ["hurt"] },
  "what-happened": {
    account: "A bruise on her arm that she would not talk about. She did not want to go home.",
  },
  effect: { effect: "She is quiet" },
  "family-list": { another: "not_known" },
  parents: { told: "no", reasons: ["risk"], childTold: "no" },
  safety: { risks: ["none"] },
  extras: { extras: [] },
};

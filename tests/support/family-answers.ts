import type { Answers } from "#domain/questions/answers";

/** A mother who asks for help and is not safe at home: every page of the form, answered. */
export const familyAnswers: Answers = {
  danger: { danger: "no" },
  "help-with": { about: ["money", "own_mood"], account: "I cannot pay the rent" },
  scared: { scared: "yes" },
  "about-you": { name: "Ana Petrova", link: "mother", responsibility: "yes" },
  "your-children": [
    {
      item: 1,
      answer: {
        firstName: "Mila",
        lastName: "Petrova",
        age: "date",
        "born-day": "3",
        "born-month": "5",
        "born-year": "2019",
        school: "Mill Road Primary",
      },
    },
  ],
  "your-children-list": { another: "no" },
  home: { gives: "address", lives: "Flat 4, Mill Road", postcode: "ab1 2cd", together: "yes" },
  "reach-family": {
    ways: ["call"],
    phone: "07700 900123",
    email: "",
    place: "",
    seen: "yes",
    times: "Weekdays from 10am to 2pm",
    sayWho: "no",
    message: "",
    word: "Sunflower",
  },
  "who-helps": { gp: "no", school: "yes", names: "Mrs Shah at the school" },
  "access-needs": { language: "Bulgarian", needs: ["reading"], detail: "" },
};

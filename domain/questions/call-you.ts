import { z } from "zod";
import { oneOrNone } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { typedText } from "./typed-text.ts";
import { youngPerson as plYoungPerson } from "./pl/young-person.ts";

const ages = ["under_10", "10_12", "13_15", "16_17"] as const;
const ageWords: Record<(typeof ages)[number], string> = {
  under_10: "Under 10",
  "10_12": "10 to 12",
  "13_15": "13 to 15",
  "16_17": "16 or 17",
};

/** What to call a young person, and about how old they are. The name can be made up. */
export const callYou = defineQuestion({
  id: "call-you",
  wordingVersion: 1,
  room: "contact",
  fields: [
    { kind: "text", name: "name", max: 200 },
    { kind: "radios", name: "age", options: ages },
  ],
  schema: () =>
    z
      .object({ name: typedText(200, "name"), age: oneOrNone(ages) })
      .transform(({ name, age }) => ({ name, age: age === undefined ? null : ageWords[age] })),
  texts: {
    young_person: {
      en: {
        section: "You",
        title: "What should we call you?",
        fields: {
          name: { label: "A name", hint: "It can be made up" },
          age: { label: "How old are you?", options: ageWords },
        },
        errors: { name: "Write a name so we know what to call you. It can be made up" },
      },
      pl: plYoungPerson["call-you"],
    },
  },
});

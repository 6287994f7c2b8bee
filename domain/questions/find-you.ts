import { z } from "zod";
import { anyOf, together } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { youngPerson as plYoungPerson } from "./pl/young-person.ts";

/** How to find a young person who is not safe: one clue, or "not yet", which never keeps anybody from sending. */
export const findYou = defineQuestion({
  id: "find-you",
  wordingVersion: 1,
  room: "contact",
  fields: [
    { kind: "text", name: "school", max: 200 },
    { kind: "textarea", name: "lives", max: 500, rows: 2 },
    { kind: "text", name: "trusted", max: 200 },
    { kind: "checkboxes", name: "notYet", options: ["yes"] },
  ],
  schema: () =>
    z
      .object({
        school: optionalText(200),
        lives: optionalText(500),
        trusted: optionalText(200),
        notYet: anyOf(["yes"]),
      })
      .superRefine(({ school, lives, trusted, notYet }, problems) => {
        if ((school ?? lives ?? trusted) == null && notYet?.length === 0)
          problems.addIssue({ code: "custom", path: ["school"], message: "clue" });
      }, together),
  texts: {
    young_person: {
      en: {
        section: "You",
        title: "How can we find you if you are not safe?",
        intro: ["One of these is enough."],
        fields: {
          school: { label: "Your school or college" },
          lives: { label: "Where you live" },
          trusted: { label: "Someone you trust", hint: "Who they are, and how we can reach them" },
          notYet: { label: "Not yet", options: { yes: "I do not want to say yet" } },
        },
        errors: { clue: "Write one of these so we can find you, or tick that you do not want to say yet" },
      },
      pl: plYoungPerson["find-you"],
    },
  },
});

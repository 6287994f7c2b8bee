import { z } from "zod";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { youngPerson as plYoungPerson } from "./pl/young-person.ts";

/** What a young person wants to happen. It may stay empty. */
export const youWant = defineQuestion({
  id: "you-want",
  wordingVersion: 1,
  room: "contact",
  fields: [{ kind: "textarea", name: "want", max: 2000, rows: 5 }],
  schema: () => z.object({ want: optionalText(2000) }),
  texts: {
    young_person: {
      en: {
        section: "You",
        title: "What do you want to happen?",
        intro: ["You can skip this. We will think about what you say. We may not be able to do all of it."],
        fields: { want: {} },
        errors: {},
      },
      pl: plYoungPerson["you-want"],
    },
  },
});

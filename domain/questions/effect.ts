import { z } from "zod";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { professionalMore as plProfessionalMore } from "./pl/professional-more.ts";

/** How it is for the child, what helps and what was tried. All of it may stay empty. */
export const effect = defineQuestion({
  id: "effect",
  wordingVersion: 1,
  room: "contact",
  fields: [
    { kind: "textarea", name: "effect", max: 4000, rows: 5 },
    { kind: "textarea", name: "goingWell", max: 4000, rows: 4 },
    { kind: "textarea", name: "tried", max: 4000, rows: 4 },
  ],
  schema: () =>
    z.object({ effect: optionalText(4000), goingWell: optionalText(4000), tried: optionalText(4000) }),
  texts: {
    professional: {
      en: {
        section: "What is happening",
        title: "What is it like for this child?",
        intro: ["You can leave any of these empty. They help us to decide well."],
        fields: {
          effect: {
            label: "What does it do to the child?",
            hint: "Such as how they feel, learn, sleep, eat or play, and what they say they want",
          },
          goingWell: {
            label: "What is going well?",
            hint: "Such as people who help, and what the family does well",
          },
          tried: { label: "What has been tried already?", hint: "And whether it helped" },
        },
        errors: {},
      },
      pl: plProfessionalMore.effect,
    },
  },
});

import { z } from "zod";
import { anyOf } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { family as plFamily } from "./pl/family.ts";

const needs = ["large_print", "easy_read", "bsl", "reading", "other"] as const;
const needWords: Record<(typeof needs)[number], string> = {
  large_print: "Large print",
  easy_read: "Easy words and pictures",
  bsl: "British Sign Language",
  reading: "Someone to read things to me",
  other: "Something else",
};

/** What a family needs so that we understand each other. All of it may stay empty. */
export const accessNeeds = defineQuestion({
  id: "access-needs",
  wordingVersion: 1,
  room: "contact",
  fields: [
    { kind: "text", name: "language", max: 200 },
    { kind: "checkboxes", name: "needs", options: needs },
    { kind: "text", name: "detail", max: 300 },
  ],
  schema: () =>
    z
      .object({ language: optionalText(200), needs: anyOf(needs), detail: optionalText(300) })
      .transform(({ needs: chosen, ...rest }) => ({ ...rest, needs: chosen.map((need) => needWords[need]) })),
  texts: {
    family: {
      en: {
        section: "You",
        title: "What would help us to talk?",
        intro: ["You can skip this."],
        fields: {
          language: { label: "If you need an interpreter, which language?" },
          needs: { label: "Would any of these help?", options: needWords },
          detail: { label: "Anything else that we should know?" },
        },
        errors: {},
      },
      pl: plFamily["access-needs"],
    },
  },
});

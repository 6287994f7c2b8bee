import { z } from "zod";
import { answerTo, ticksOf, type Answers } from "./answers.ts";
import { anyOf } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { professional as plProfessional } from "./pl/professional.ts";

const extraPages = ["helpers", "files", "facts"] as const;
type Extra = (typeof extraPages)[number];

/** Whether one of the optional pages was asked for. */
export const wantsExtra = (answers: Answers, extra: Extra): boolean =>
  ticksOf(answerTo(answers, "extras"), "extras").includes(extra);

/** The gateway to optional pages: with nothing ticked they cost nothing. */
export const extras = defineQuestion({
  id: "extras",
  wordingVersion: 2,
  room: "contact",
  fields: [{ kind: "checkboxes", name: "extras", options: extraPages }],
  schema: () => z.object({ extras: anyOf(extraPages) }),
  texts: {
    professional: {
      en: {
        section: "Anything else",
        title: "Is there anything else that you can add now?",
        intro: ["Tick any. If you tick none, the next page shows your answers."],
        fields: {
          extras: {
            options: {
              helpers: "Other people who help this family",
              files: "Files, such as photos, body maps or a chronology",
              facts: "Ethnicity, language, disability and special needs of the child",
            },
          },
        },
        errors: {},
      },
      pl: plProfessional.extras,
    },
  },
});

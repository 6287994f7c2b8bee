import { z } from "zod";
import { answerTo, ticksOf } from "./answers.ts";
import { goingOn } from "./going-on.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { youngPerson as plYoungPerson } from "./pl/young-person.ts";

/** Whatever else a young person wants to say. It may stay empty. */
export const sayMore = defineQuestion({
  id: "say-more",
  wordingVersion: 1,
  room: "contact",
  fields: [{ kind: "textarea", name: "account", max: 4000, rows: 8 }],
  schema: () => z.object({ account: optionalText(4000) }),
  notices: (answers) =>
    ticksOf(answerTo(answers, goingOn.id), "about").includes("hurt_self") ? ["self"] : [],
  texts: {
    young_person: {
      en: {
        section: "What is going on",
        title: "Say more if you want to",
        intro: ["A few words is fine. It is OK to skip this."],
        notices: {
          self: {
            heading: "You matter to us",
            text: [
              "If you may hurt yourself now, call 999. You can call 111 at any time and choose mental health. They want to hear from you.",
            ],
            urgent: true,
          },
        },
        fields: { account: {} },
        errors: {},
      },
      pl: plYoungPerson["say-more"],
    },
  },
});

import { z } from "zod";
import { oneOrNone } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { youngPerson as plYoungPerson } from "./pl/young-person.ts";

const answers = ["today", "week", "not_sure", "no"] as const;

/** Whether it could happen again soon: what is about to happen comes first in the queue. */
export const againSoon = defineQuestion({
  id: "again-soon",
  wordingVersion: 1,
  room: "contact",
  fields: [{ kind: "radios", name: "soon", options: answers }],
  schema: () => z.object({ soon: oneOrNone(answers) }),
  texts: {
    young_person: {
      en: {
        section: "What is going on",
        title: "Could it happen again soon?",
        intro: ["You can skip this."],
        fields: {
          soon: { options: { today: "Today", week: "This week", not_sure: "I am not sure", no: "No" } },
        },
        errors: {},
      },
      pl: plYoungPerson["again-soon"],
    },
  },
});

import { z } from "zod";
import { anyOf } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import type { Worry } from "./worries.ts";
import { youngPerson as plYoungPerson } from "./pl/young-person.ts";

/** What a young person says it is about, in their words, with the worry that it stands for in ours. */
export const goings = {
  hurt: "hurt",
  touched: "sexual_harm",
  scared: "home_violence",
  nobody: "not_looked_after",
  hurt_self: "child_mental_health",
  online: "groomed",
  other_child: "something_else",
  else: "something_else",
  hard: "something_else",
} as const satisfies Record<string, Worry>;
export type Going = keyof typeof goings;
const names = Object.keys(goings) as [Going, ...Going[]];

export const goingOn = defineQuestion({
  id: "going-on",
  wordingVersion: 1,
  room: "contact",
  fields: [{ kind: "checkboxes", name: "about", options: names }],
  schema: () =>
    z.object({ about: anyOf(names) }).superRefine(({ about }, problems) => {
      if (about.length === 0) problems.addIssue({ code: "custom", path: ["about"], message: "choose" });
    }),
  texts: {
    young_person: {
      en: {
        section: "What is going on",
        title: "What is it about?",
        intro: ["You can choose more than one."],
        fields: {
          about: {
            options: {
              hurt: "Someone is hurting me",
              touched: "Someone touches me, or asks me for pictures",
              scared: "I feel scared at home",
              nobody: "No one is looking after me",
              hurt_self: "I want to hurt myself",
              online: "Someone online",
              other_child: "I am worried about my brother, sister or friend",
              else: "Something else",
              hard: "It is hard to say",
            },
          },
        },
        errors: { choose: "Choose one so we know how to help. “It is hard to say” is fine" },
      },
      pl: plYoungPerson["going-on"],
    },
  },
});

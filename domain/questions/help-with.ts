import { z } from "zod";
import { anyOf } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import type { Worry } from "./worries.ts";
import { family as plFamily } from "./pl/family.ts";

/**
 * What a family asks help with, in their words, with the worry that it stands for in ours. Fear is no worry of ours
 * before they say that somebody makes them afraid, which the next page asks.
 */
export const wishes = {
  money: "money_housing",
  behaviour: "something_else",
  child_mood: "child_mental_health",
  own_mood: "adult_mental_health",
  substances: "adult_substances",
  arguments: "family_breakdown",
  health: "health_needs",
  school: "something_else",
  caring: "something_else",
  new_parent: "something_else",
  else: "something_else",
  hard: "something_else",
} as const satisfies Record<string, Worry>;
type Wish = keyof typeof wishes;
const names = Object.keys(wishes) as [Wish, ...Wish[]];

export const helpWith = defineQuestion({
  id: "help-with",
  wordingVersion: 1,
  room: "contact",
  fields: [
    { kind: "checkboxes", name: "about", options: names },
    { kind: "textarea", name: "account", max: 4000, rows: 6 },
  ],
  schema: () =>
    z.object({ about: anyOf(names), account: optionalText(4000) }).superRefine(({ about }, problems) => {
      if (about.length === 0) problems.addIssue({ code: "custom", path: ["about"], message: "choose" });
    }),
  texts: {
    family: {
      en: {
        section: "Your family",
        title: "What would you like help with?",
        fields: {
          about: {
            label: "You can choose more than one",
            options: {
              money: "Money or housing",
              behaviour: "How my child behaves",
              child_mood: "My child’s mind and mood",
              own_mood: "My own mind and mood",
              substances: "Drink or drugs",
              arguments: "Arguments or fear at home",
              health: "A disability or illness",
              school: "School",
              caring: "Caring for someone",
              new_parent: "Being a new parent",
              else: "Something else",
              hard: "It is hard to say",
            },
          },
          account: { label: "Say more if you want to", hint: "You can leave this empty" },
        },
        errors: { choose: "Choose what you would like help with. “It is hard to say” is fine" },
      },
      pl: plFamily["help-with"],
    },
  },
});

import { z } from "zod";
import { oneOrNone } from "./choices.ts";
import { defineQuestion, type Field } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { family as plFamily } from "./pl/family.ts";

/** Who may help a family already, in the order asked. */
export const familyHelpers = ["gp", "school", "health_visitor", "charity", "other"] as const;
type Helper = (typeof familyHelpers)[number];
export const familyHelperWords: Record<Helper, string> = {
  gp: "Doctor (GP)",
  school: "School or nursery",
  health_visitor: "Health visitor or midwife",
  charity: "Charity or support group",
  other: "Someone else",
};

const answers = ["yes", "no", "none"] as const;
const options = {
  yes: "They help us, and you may speak to them",
  no: "They help us, but do not speak to them",
  none: "They do not help us",
};
const asked = Object.fromEntries(familyHelpers.map((name) => [name, oneOrNone(answers)])) as Record<
  Helper,
  ReturnType<typeof oneOrNone<typeof answers>>
>;

/** Who helps the family, and for each whether we may speak to them: they agree to help, not to our holding their data. */
export const whoHelps = defineQuestion({
  id: "who-helps",
  wordingVersion: 1,
  room: "contact",
  fields: [
    ...familyHelpers.map((name): Field => ({ kind: "radios", name, options: answers })),
    { kind: "textarea", name: "names", max: 500, rows: 2 },
  ],
  schema: () => z.object({ ...asked, names: optionalText(500) }),
  texts: {
    family: {
      en: {
        section: "Your family",
        title: "Who helps you now?",
        intro: [
          "You can skip this. If a child is not safe, we may have to speak to people who know them all the same.",
        ],
        fields: {
          ...Object.fromEntries(
            familyHelpers.map((name) => [name, { label: familyHelperWords[name], options }]),
          ),
          names: { label: "Their names, or where they work", hint: "Such as “Dr Shah, Mill Road”" },
        },
        errors: {},
      },
      pl: plFamily["who-helps"],
    },
  },
});

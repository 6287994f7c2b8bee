import { z } from "zod";
import { oneOrNone } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { ofPublic as plOfPublic } from "./pl/public.ts";

const times = ["today", "week", "longer", "keeps", "not_known"] as const;

/** When somebody saw or heard it. All of it may stay empty. */
export const whenSeen = defineQuestion({
  id: "when-seen",
  wordingVersion: 1,
  room: "contact",
  fields: [
    {
      kind: "radios",
      name: "when",
      options: times,
      reveals: { today: [{ kind: "text", name: "time", max: 60, width: 10 }] },
    },
  ],
  schema: () => z.object({ when: oneOrNone(times), time: optionalText(60) }),
  texts: {
    public: {
      en: {
        section: "What you know",
        title: "When did this happen?",
        intro: ["You can leave this empty."],
        fields: {
          when: {
            options: {
              today: "Today",
              week: "In the last week",
              longer: "Longer ago",
              keeps: "It keeps on happening",
              not_known: "I do not know",
            },
          },
          time: { label: "At about what time?" },
        },
        errors: {},
      },
      pl: plOfPublic["when-seen"],
    },
  },
});

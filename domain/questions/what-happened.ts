import { z } from "zod";
import { defineQuestion } from "./question.ts";
import { worriesIn } from "./worries.ts";
import { typedText } from "./typed-text.ts";
import { professionalMore as plProfessionalMore } from "./pl/professional-more.ts";
import { ofPublic as plOfPublic } from "./pl/public.ts";

/** What the sender knows, in their own words: the heart of every contact. */
export const whatHappened = defineQuestion({
  id: "what-happened",
  wordingVersion: 1,
  room: "contact",
  fields: [{ kind: "textarea", name: "account", max: 4000, rows: 12 }],
  schema: () => z.object({ account: typedText(4000, "account") }),
  notices: (answers) => {
    const worries = worriesIn(answers);
    const despair = worries.includes("child_mental_health") || worries.includes("adult_mental_health");
    return [...(worries.includes("missing") ? ["missing"] : []), ...(despair ? ["despair"] : [])];
  },
  texts: {
    professional: {
      en: {
        section: "What is happening",
        title: "What has happened?",
        notices: {
          missing: {
            heading: "Tell the police first",
            text: [
              "If the child is missing now, call the police: 999, or 101 if you think that they are safe. Then carry on here.",
            ],
            urgent: true,
          },
          despair: {
            heading: "If somebody may end their life now",
            text: [
              "Call 999, or 111 and choose option 2 for mental health. Stay with them if you can. Then carry on here.",
            ],
            urgent: true,
          },
        },
        prompts: [
          "What did you see, or what were you told, and when?",
          "If the child said something, use the child’s own words.",
          "How do you know? Keep what you saw apart from what you think.",
        ],
        fields: { account: {} },
        errors: { account: "Write what has happened. A few words are enough" },
      },
      pl: plProfessionalMore["what-happened"],
    },
    public: {
      en: {
        section: "What you know",
        title: "What have you seen or heard?",
        intro: ["A few words are enough. You do not need proof."],
        prompts: ["What was it?", "How often has it happened?", "When was the last time?"],
        fields: { account: {} },
        errors: { account: "Write what you saw or heard. A few words are enough" },
      },
      pl: plOfPublic["what-happened"],
    },
  },
});

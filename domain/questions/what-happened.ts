import { z } from "zod";
import { defineQuestion } from "./question.ts";
import { typedText } from "./typed-text.ts";

/** What the sender knows, in their own words: the heart of every contact. */
export const whatHappened = defineQuestion({
  id: "what-happened",
  wordingVersion: 1,
  room: "contact",
  fields: [{ kind: "textarea", name: "account", max: 4000, rows: 12 }],
  schema: () => z.object({ account: typedText(4000, "account") }),
  texts: {
    professional: {
      en: {
        section: "What is happening",
        title: "What has happened?",
        prompts: [
          "What did you see, or what were you told, and when?",
          "If the child said something, use the child’s own words.",
          "How do you know? Keep what you saw apart from what you think.",
        ],
        fields: { account: {} },
        errors: { account: "Write what has happened. A few words are enough" },
      },
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
    },
  },
});

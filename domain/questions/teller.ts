import { z } from "zod";
import { answerTo, fieldOf, type Answers } from "./answers.ts";
import { oneOf } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { ofPublic as plOfPublic } from "./pl/public.ts";

const choices = ["yes", "private", "no"] as const;

/** Whether somebody says who they are. Nothing is chosen for them beforehand. */
export const teller = defineQuestion({
  id: "teller",
  wordingVersion: 1,
  room: "referrer",
  fields: [{ kind: "radios", name: "name", options: choices }],
  schema: () => z.object({ name: oneOf(choices, "choose") }),
  texts: {
    public: {
      en: {
        section: "You",
        title: "Do you want to tell us who you are?",
        intro: [
          "You do not have to give your name. If you tell us who you are, we can call you if we need to ask more.",
          "We will not tell the family who you are. A court can ask us for it, but this is rare. The family may still guess who told us.",
        ],
        fields: {
          name: {
            options: {
              yes: "Yes",
              private: "Yes, but do not tell the family",
              no: "No",
            },
          },
        },
        errors: { choose: "Choose yes, yes but do not tell the family, or no" },
      },
      pl: plOfPublic.teller,
    },
  },
});

/** Whether they gave, or will give, a name. */
export const saysWhoTheyAre = (answers: Answers): boolean =>
  ["yes", "private"].includes(fieldOf(answerTo(answers, teller.id), "name"));

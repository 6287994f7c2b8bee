import { z } from "zod";
import { answerTo, fieldOf, ticksOf, type Answers } from "./answers.ts";
import { oneOrNone } from "./choices.ts";
import { helpWith } from "./help-with.ts";
import { defineQuestion } from "./question.ts";
import { family as plFamily } from "./pl/family.ts";

const answers = ["no", "yes", "talk"] as const;

/** Whether somebody makes the family afraid. It may stay empty, and whoever looks over a shoulder does not read it. */
export const scared = defineQuestion({
  id: "scared",
  wordingVersion: 1,
  room: "contact",
  masked: true,
  fields: [{ kind: "radios", name: "scared", options: answers }],
  notices: (given) => {
    const about = ticksOf(answerTo(given, helpWith.id), "about");
    return about.includes("child_mood") || about.includes("own_mood") ? ["despair"] : [];
  },
  schema: () => z.object({ scared: oneOrNone(answers) }),
  texts: {
    family: {
      en: {
        section: "Your family",
        title: "Is anyone making you or your children feel scared?",
        intro: [
          "We ask everyone this, so that we do not put you at risk when we call. You can skip it.",
          "Your answer is hidden on the page where you check what you send.",
        ],
        notices: {
          despair: {
            heading: "You do not have to wait for us",
            text: [
              "If you or your child may end your life, call 999. You can also call 111 at any time and choose option 2. They want to hear from you.",
            ],
            helplines: ["samaritans"],
          },
        },
        fields: {
          scared: { options: { no: "No", yes: "Yes", talk: "I would rather talk about it" } },
        },
        errors: {},
      },
      pl: plFamily.scared,
    },
  },
});

/** Whether the family may only be reached in the ways and at the times that they name. */
export const mayBeScared = (given: Answers): boolean =>
  ["yes", "talk"].includes(fieldOf(answerTo(given, scared.id), "scared"));

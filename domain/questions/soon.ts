import { z } from "zod";
import { lacksHalfOfDay } from "../time-words.ts";
import { answerTo, fieldOf } from "./answers.ts";
import { oneOf } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { professional as plProfessional } from "./pl/professional.ts";

export const nextEventKinds = ["going_home", "contact", "person_returns", "leaving_area", "other"] as const;
export type NextEventKind = (typeof nextEventKinds)[number];

const days = ["today", "tomorrow"] as const;

/**
 * Something with a time to it that is about to happen: what makes a contact urgent although nobody is in danger yet.
 * The day it was answered is kept, because "today" in a form that is sent after midnight is yesterday.
 */
export const soon = defineQuestion({
  id: "soon",
  wordingVersion: 2,
  room: "contact",
  fields: [
    {
      kind: "radios",
      name: "soon",
      options: ["yes", "no", "not_known"],
      reveals: {
        yes: [
          { kind: "radios", name: "event", options: nextEventKinds },
          { kind: "text", name: "time", max: 60, width: 10, clock: true },
          { kind: "radios", name: "day", options: days },
          { kind: "textarea", name: "detail", max: 500, rows: 3 },
        ],
      },
    },
  ],
  schema: () =>
    z.discriminatedUnion(
      "soon",
      [
        z.object({
          soon: z.literal("yes"),
          event: oneOf(nextEventKinds, "choose-event"),
          time: optionalText(60).refine((time) => time === null || !lacksHalfOfDay(time), "half-of-day"),
          day: oneOf(days, "choose-day"),
          detail: optionalText(500),
          askedOn: z.iso.date().optional(),
        }),
        z.object({ soon: z.literal("no") }),
        z.object({ soon: z.literal("not_known") }),
      ],
      "choose",
    ),
  stamp: (_, { today }) => ({ askedOn: today }),
  notices: (answers) => (fieldOf(answerTo(answers, "soon"), "soon") === "yes" ? ["call", "yes"] : ["call"]),
  texts: {
    professional: {
      en: {
        section: "Is it urgent?",
        title: "Will something happen to the child in the next few hours?",
        intro: [
          "Such as going home after school, seeing somebody tonight, or somebody coming back to the home.",
        ],
        notices: {
          call: {
            text: ["If it cannot wait until we read this, call us as well as sending it: {phone}."],
            urgent: true,
          },
          yes: {
            text: ["You told us that something will happen soon. Do not wait for our answer if it is close."],
          },
        },
        fields: {
          soon: { options: { yes: "Yes", no: "No, nothing that I know of", not_known: "I do not know" } },
          event: {
            label: "What will happen?",
            options: {
              going_home: "The child goes home",
              contact: "The child sees or is visited by somebody",
              person_returns: "Somebody comes back to the home",
              leaving_area: "The child is taken away from the area or the country",
              other: "Something else",
            },
          },
          time: { label: "At what time?", hint: "Such as 3:15pm. Leave it empty if you do not know." },
          day: { label: "On which day?", options: { today: "Today", tomorrow: "Tomorrow" } },
          detail: {
            label: "Who will the child be with then?",
            hint: "Say anything else that we should know about it",
          },
        },
        errors: {
          choose: "Choose whether something will happen in the next few hours",
          "choose-event": "Choose what will happen",
          "choose-day": "Choose today or tomorrow",
          "half-of-day": "Write am or pm, such as 3:25pm",
        },
      },
      pl: plProfessional.soon,
    },
  },
});

import { z } from "zod";
import { anyOf, oneOrNone, together } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { youngPerson as plYoungPerson } from "./pl/young-person.ts";

const ways = ["school", "call", "text", "trusted", "i_call"] as const;
const wayWords: Record<(typeof ways)[number], string> = {
  school: "See me at school",
  call: "Call me",
  text: "Text me",
  trusted: "Through the person I trust",
  i_call: "I will call you",
};

/** How to talk to a young person without anybody else hearing of it. */
export const talkToYou = defineQuestion({
  id: "talk-to-you",
  wordingVersion: 1,
  room: "contact",
  fields: [
    { kind: "checkboxes", name: "ways", options: ways },
    { kind: "tel", name: "phone", max: 100, width: 20 },
    { kind: "text", name: "times", max: 200 },
    { kind: "radios", name: "seen", options: ["no", "yes", "not_sure"] },
  ],
  schema: () =>
    z
      .object({
        ways: anyOf(ways),
        phone: optionalText(100),
        times: optionalText(200),
        seen: oneOrNone(["no", "yes", "not_sure"]),
      })
      .superRefine(({ ways: chosen, phone }, problems) => {
        const refuse = (path: string, message: string) =>
          problems.addIssue({ code: "custom", path: [path], message });
        if (chosen.length === 0) refuse("ways", "choose");
        if (phone == null && (chosen.includes("call") || chosen.includes("text"))) refuse("phone", "phone");
      }, together)
      .transform(({ ways: chosen, ...rest }) => ({
        ...rest,
        chosen,
        ways: chosen.map((way) => wayWords[way]),
      })),
  texts: {
    young_person: {
      en: {
        section: "You",
        title: "How can we talk to you?",
        intro: ["Choose what is safe for you."],
        fields: {
          ways: { label: "You can choose more than one", options: wayWords },
          phone: { label: "Your number, if we can call or text" },
          times: { label: "When is it safe?", hint: "You can skip this" },
          seen: {
            label: "Does anyone else look at your phone?",
            options: { no: "No", yes: "Yes", not_sure: "I am not sure" },
          },
        },
        errors: {
          choose: "Choose one so we know how to talk to you. “I will call you” is fine",
          phone: "Write your number, or choose another way to talk",
        },
      },
      pl: plYoungPerson["talk-to-you"],
    },
  },
});

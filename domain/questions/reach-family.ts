import { z } from "zod";
import { parseEmailAddress } from "../email-address.ts";
import { anyOf, oneOrNone, together } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { optionalText, typedText } from "./typed-text.ts";
import { holdsPhoneNumber } from "./typed-phone.ts";
import { family as plFamily } from "./pl/family.ts";

const ways = ["call", "text", "email", "letter", "see_me"] as const;
const wayWords: Record<(typeof ways)[number], string> = {
  call: "Call me",
  text: "Text me",
  email: "Email me",
  letter: "Send me a letter",
  see_me: "See me in person",
};

/** How to reach a family without anybody hearing of it who must not. Whatever is not answered counts as a no. */
export const reachFamily = defineQuestion({
  id: "reach-family",
  wordingVersion: 2,
  room: "contact",
  fields: [
    { kind: "checkboxes", name: "ways", options: ways },
    { kind: "tel", name: "phone", max: 100, width: 20, autocomplete: "tel" },
    { kind: "email", name: "email", max: 254, autocomplete: "email" },
    { kind: "text", name: "place", max: 200 },
    { kind: "radios", name: "seen", options: ["no", "yes"] },
    { kind: "text", name: "times", max: 200 },
    { kind: "radios", name: "sayWho", options: ["no", "yes"] },
    { kind: "radios", name: "message", options: ["no", "yes"] },
    { kind: "text", name: "word", max: 60, width: 20 },
  ],
  schema: () =>
    z
      .object({
        ways: anyOf(ways),
        phone: optionalText(100),
        email: typedText(254),
        place: optionalText(200),
        seen: oneOrNone(["no", "yes"]),
        times: optionalText(200),
        sayWho: oneOrNone(["no", "yes"]),
        message: oneOrNone(["no", "yes"]),
        word: optionalText(60),
      })
      .superRefine(({ ways: chosen, phone, email, place }, problems) => {
        const refuse = (path: string, message: string) =>
          problems.addIssue({ code: "custom", path: [path], message });
        if (chosen.length === 0) refuse("ways", "choose");
        if (phone == null && (chosen.includes("call") || chosen.includes("text"))) refuse("phone", "phone");
        if (phone != null && !holdsPhoneNumber(phone)) refuse("phone", "phone-form");
        if (email === "" && chosen.includes("email")) refuse("email", "email");
        if (email !== "" && parseEmailAddress(email) === null) refuse("email", "email-form");
        if (place == null && chosen.includes("see_me")) refuse("place", "place");
      }, together)
      .transform(({ email, ways: chosen, ...rest }) => ({
        ...rest,
        chosen,
        ways: chosen.map((way) => wayWords[way]),
        email: parseEmailAddress(email),
      })),
  texts: {
    family: {
      en: {
        section: "You",
        title: "How should we contact you?",
        intro: ["Choose only what is safe for you. We use no other way."],
        fields: {
          ways: { label: "You can choose more than one", options: wayWords },
          phone: { label: "Your number, if we can call or text" },
          email: { label: "Your email, if we can write to it" },
          place: { label: "Where can we see you?", hint: "Such as at school, or at the baby clinic" },
          seen: {
            label: "Can anyone else see your phone or email?",
            hint: "If they can, we will not send you any messages",
            options: { no: "No", yes: "Yes, or I am not sure" },
          },
          times: { label: "When is it safe to call?", hint: "Such as “weekdays from 10am to 2pm”" },
          sayWho: {
            label: "If someone else picks up, may we say who we are?",
            hint: "If you do not choose, we will not",
            options: { no: "No", yes: "Yes" },
          },
          message: {
            label: "If you do not pick up, may we leave a message?",
            hint: "If you do not choose, we will not",
            options: { no: "No", yes: "Yes" },
          },
          word: {
            label: "A safe word, if you want one",
            hint: "We say it when we call, so that you know it is us",
          },
        },
        errors: {
          choose: "Choose one way that is safe for you",
          phone: "Write your number, or choose another way",
          "phone-form": "Write a phone number with all its digits, such as 01234 567 890",
          email: "Write your email, or choose another way",
          "email-form": "Write one email address, such as name@example.org",
          place: "Write where we can see you, or choose another way",
        },
      },
      pl: plFamily["reach-family"],
    },
  },
});

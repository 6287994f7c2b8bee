import { z } from "zod";
import { parseEmailAddress } from "../email-address.ts";
import { oneOf, oneOrNone, together } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { saysWhoTheyAre } from "./teller.ts";
import { optionalText, typedText } from "./typed-text.ts";
import { holdsPhoneNumber } from "./typed-phone.ts";
import type { SourceCode } from "./you.ts";
import { ofPublic as plOfPublic } from "./pl/public.ts";

/** How somebody knows the family, with the census code that it stands for. */
export const relations = { relative: "1A", neighbour: "1B", stranger: "1D" } as const satisfies Record<
  string,
  SourceCode
>;
const relationNames = Object.keys(relations) as [keyof typeof relations, ...(keyof typeof relations)[]];

/** How to reach somebody who said who they are without putting them in danger. */
export const reachYou = defineQuestion({
  id: "reach-you",
  wordingVersion: 2,
  room: "referrer",
  appliesTo: saysWhoTheyAre,
  fields: [
    { kind: "text", name: "name", max: 200, autocomplete: "name" },
    { kind: "radios", name: "relation", options: relationNames },
    { kind: "tel", name: "phone", max: 100, width: 20, autocomplete: "tel" },
    { kind: "email", name: "email", max: 254, autocomplete: "email" },
    { kind: "radios", name: "seen", options: ["no", "yes"] },
    { kind: "radios", name: "message", options: ["no", "yes"] },
    { kind: "text", name: "reachable", max: 200 },
  ],
  schema: () =>
    z
      .object({
        name: typedText(200, "name"),
        relation: oneOrNone(relationNames),
        phone: optionalText(100),
        email: typedText(254),
        seen: oneOf(["no", "yes"], "seen"),
        message: oneOrNone(["no", "yes"]),
        reachable: optionalText(200),
      })
      .superRefine(({ phone, email }, problems) => {
        if (phone == null && email === "")
          problems.addIssue({ code: "custom", path: ["phone"], message: "reach" });
        if (phone != null && !holdsPhoneNumber(phone))
          problems.addIssue({ code: "custom", path: ["phone"], message: "phone-form" });
        if (email !== "" && parseEmailAddress(email) === null)
          problems.addIssue({ code: "custom", path: ["email"], message: "email-form" });
      }, together)
      .transform(({ email, ...rest }) => ({ ...rest, email: parseEmailAddress(email) })),
  texts: {
    public: {
      en: {
        section: "You",
        title: "How can we contact you safely?",
        intro: ["We only use this if we need to ask you more. We keep it apart from what you told us."],
        fields: {
          name: { label: "Your name" },
          relation: {
            label: "How do you know the family?",
            hint: "You can leave this empty",
            options: {
              relative: "I am a relative",
              neighbour: "I am a friend or neighbour, or I know them in another way",
              stranger: "I do not know them",
            },
          },
          phone: { label: "Phone" },
          email: { label: "Email", hint: "A phone number or an email is enough" },
          seen: {
            label: "Can anyone else see your phone or email?",
            hint: "If they can, we will not send you any messages",
            options: { no: "No", yes: "Yes, or I am not sure" },
          },
          message: {
            label: "If you do not pick up, may we leave a message?",
            options: { no: "No", yes: "Yes" },
          },
          reachable: { label: "When is it safe to call you?", hint: "You can leave this empty" },
        },
        errors: {
          name: "Write your name, or go back and choose that you do not want to say who you are",
          reach: "Write a phone number or an email",
          "phone-form": "Write a phone number with all its digits, such as 01234 567 890",
          "email-form": "Write one email address, such as name@example.org",
          seen: "Choose whether anyone else can see your phone or email",
        },
      },
      pl: plOfPublic["reach-you"],
    },
  },
});
